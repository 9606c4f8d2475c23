import type { Readable } from 'node:stream';
import { type Entry, fromBuffer, type Options, open, type ZipFile } from 'yauzl';
import { fault } from '../problem.ts';
import { type ByteSource, readAll, reasonOf } from './bytes.ts';
import type { FileLimits } from './limits.ts';

const OPTIONS: Options = { lazyEntries: true, autoClose: false, validateEntrySizes: true };

/** The files of a zip in stored order, each readable on demand; folders are left out. */
export async function zipEntries(source: ByteSource, limits: FileLimits): Promise<ByteSource[]> {
  const entries = await listEntries(source, limits);
  return entries.map((entry) => ({
    name: `${source.name} › ${entry.fileName}`,
    stored: entry.compressedSize,
    open: () => openEntry(source, entry.fileName, limits),
  }));
}

async function listEntries(source: ByteSource, limits: FileLimits): Promise<Entry[]> {
  const entries: Entry[] = [];
  let total = 0;
  const zip = await withZip(source, limits, (entry) => {
    if (entry.fileName.endsWith('/')) return false;
    entries.push(entry);
    total += entry.uncompressedSize;
    if (entries.length > limits.entries)
      throw fault(source.name, `entry ${entries.length}`, `more than ${limits.entries} entries`);
    const place = `entry ${entry.fileName}`;
    if ((entry.generalPurposeBitFlag & 1) === 1)
      throw fault(source.name, place, 'is encrypted; expected an open archive');
    if (entry.uncompressedSize > limits.fileBytes)
      throw fault(
        source.name,
        place,
        `expands to ${entry.uncompressedSize} bytes, the limit is ${limits.fileBytes}`,
      );
    if (total > limits.archiveBytes)
      throw fault(source.name, place, `the archive expands beyond ${limits.archiveBytes} bytes`);
    if (total > limits.ratioFrom && total > limits.ratio * source.stored)
      throw fault(
        source.name,
        place,
        `the archive expands more than ${limits.ratio} times, unlike any official file`,
      );
    return false;
  });
  zip.close();
  return entries;
}

async function openEntry(source: ByteSource, name: string, limits: FileLimits): Promise<Readable> {
  let found: Entry | null = null;
  const zip = await withZip(source, limits, (entry) => {
    if (entry.fileName !== name) return false;
    found = entry;
    return true;
  });
  return new Promise((resolve, reject) => {
    if (found === null) return reject(new Error('entry gone'));
    zip.openReadStream(found, (error, stream) => {
      if (error) return reject(error);
      stream.on('close', () => zip.close());
      resolve(stream);
    });
  });
}

/** Opens the zip and hands over entries until `stop` says true; the caller closes what it goes on to read. */
async function withZip(
  source: ByteSource,
  limits: FileLimits,
  stop: (entry: Entry) => boolean,
): Promise<ZipFile> {
  const zip = await openZip(source, limits);
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void => {
      zip.close();
      reject(error);
    };
    zip.on('error', (error: unknown) =>
      fail(fault(source.name, '', `damaged zip directory (${reasonOf(error)})`)),
    );
    zip.on('end', () => resolve(zip));
    zip.on('entry', (entry: Entry) => {
      try {
        if (stop(entry)) resolve(zip);
        else zip.readEntry();
      } catch (error) {
        fail(error);
      }
    });
    zip.readEntry();
  });
}

async function openZip(source: ByteSource, limits: FileLimits): Promise<ZipFile> {
  const bytes = source.path === undefined ? await readAll(source, limits) : null;
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, zip: ZipFile): void => {
      if (error)
        reject(fault(source.name, '', `not a whole zip (${error.message}); the download may be cut`));
      else resolve(zip);
    };
    if (bytes !== null) fromBuffer(bytes, OPTIONS, done);
    else open(source.path ?? '', OPTIONS, done);
  });
}
