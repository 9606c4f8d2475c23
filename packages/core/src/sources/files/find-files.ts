import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fault, SourceFault, type SourceProblem } from '../problem.ts';
import { type ByteSource, fileBytes, gunzipped, readAll, readHead, reasonOf } from './bytes.ts';
import type { FoundFile } from './found-file.ts';
import { FILE_LIMITS, type FileLimits } from './limits.ts';
import { readPdfPages } from './pdf.ts';
import { decodeHead } from './text.ts';
import { workbookHead } from './workbook-head.ts';
import { zipEntries } from './zip.ts';

const HEAD = 64 * 1024;
/** A workbook's header words may be its last shared strings. */
const SHARED_STRINGS = 32 * 2 ** 20;
/** Smaller PDFs are layouts and letters. */
const PDF_FROM = 200_000;

/**
 * Every file under the given files and folders, archives opened, in name order so that two runs agree.
 * A file that cannot be opened is told to `onProblem` and the walk goes on.
 */
export async function* findFiles(
  paths: readonly string[],
  onProblem: (problem: SourceProblem) => void,
  limits: FileLimits = FILE_LIMITS,
): AsyncGenerator<FoundFile> {
  for (const path of paths) {
    for (const source of filesUnder(path, onProblem)) {
      yield* guarded(inspect(source, 0, limits), source.name, onProblem);
    }
  }
}

async function* guarded(
  files: AsyncGenerator<FoundFile | SourceProblem>,
  name: string,
  onProblem: (problem: SourceProblem) => void,
): AsyncGenerator<FoundFile> {
  try {
    for await (const file of files) {
      if ('form' in file) yield file;
      else onProblem(file);
    }
  } catch (error) {
    onProblem(
      error instanceof SourceFault
        ? error.problem
        : { file: name, place: '', message: `cannot be read (${reasonOf(error)})` },
    );
  }
}

function* filesUnder(path: string, onProblem: (problem: SourceProblem) => void): Generator<ByteSource> {
  const top = basename(path);
  let isFolder: boolean;
  try {
    isFolder = statSync(path).isDirectory();
  } catch (error) {
    onProblem({ file: path, place: '', message: `no such file or folder (${reasonOf(error)})` });
    return;
  }
  if (!isFolder) {
    yield fileBytes(top, path, statSync(path).size);
    return;
  }
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) =>
    name.replaceAll('\\', '/'),
  );
  for (const name of names.sort()) {
    // Hidden files are the file system's and version control's, never a publisher's.
    if (name.split('/').some((part) => part.startsWith('.'))) continue;
    const full = join(path, name);
    const stat = statSync(full, { throwIfNoEntry: false });
    if (stat?.isFile()) yield fileBytes(name, full, stat.size);
  }
}

async function* inspect(
  source: ByteSource,
  depth: number,
  limits: FileLimits,
): AsyncGenerator<FoundFile | SourceProblem> {
  if (depth > limits.depth) throw fault(source.name, '', `archives nested more than ${limits.depth} deep`);
  const head = await readHead(source, HEAD);
  if (head.length === 0) throw fault(source.name, 'byte 0', 'is empty; expected a published file');
  if (head[0] === 0x1f && head[1] === 0x8b) {
    yield* inspect(gunzipped(source), depth + 1, limits);
  } else if (head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)) {
    yield* inspectZip(source, depth, limits);
  } else {
    const form = head.subarray(0, 5).toString('latin1') === '%PDF-' ? 'pdf' : textOrBinary(head);
    const text = form === 'text' ? decodeHead(head) : form === 'pdf' ? await pdfHead(source, limits) : '';
    yield found(source, form, text, limits);
  }
}

async function* inspectZip(
  source: ByteSource,
  depth: number,
  limits: FileLimits,
): AsyncGenerator<FoundFile | SourceProblem> {
  const entries = await zipEntries(source, limits);
  const part = (name: string): ByteSource | undefined =>
    entries.find((entry) => entry.name === `${source.name} › ${name}`);
  if (part('[Content_Types].xml') !== undefined) {
    const workbook = part('xl/workbook.xml');
    const text = async (name: string, length: number): Promise<string> => {
      const entry = part(name);
      return entry === undefined ? '' : decodeHead(await readHead(entry, length));
    };
    const head =
      workbook === undefined
        ? ''
        : workbookHead(
            await text('xl/workbook.xml', HEAD),
            await text('xl/worksheets/sheet1.xml', HEAD),
            await text('xl/sharedStrings.xml', SHARED_STRINGS),
          );
    yield found(source, workbook === undefined ? 'binary' : 'xlsx', head, limits);
    return;
  }
  for (const entry of entries) {
    // One bad entry must not hide its neighbours.
    try {
      yield* inspect(entry, depth + 1, limits);
    } catch (error) {
      if (!(error instanceof SourceFault)) throw error;
      yield error.problem;
    }
  }
}

/** The first page of a PDF large enough to be the guidelines. */
async function pdfHead(source: ByteSource, limits: FileLimits): Promise<string> {
  const bytes = await readAll(source, limits);
  if (bytes.length < PDF_FROM || !/guideline/i.test(bytes.toString('latin1'))) return '';
  return (await readPdfPages(source.name, bytes, 1)).join('');
}

function found(source: ByteSource, form: FoundFile['form'], head: string, limits: FileLimits): FoundFile {
  return { name: source.name, form, head, read: () => readAll(source, limits) };
}

function textOrBinary(head: Buffer): 'text' | 'binary' {
  const utf16 = head[0] === 0xff && head[1] === 0xfe;
  return !utf16 && head.includes(0) ? 'binary' : 'text';
}
