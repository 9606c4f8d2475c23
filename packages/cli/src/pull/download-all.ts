import { join } from 'node:path';
import { type CatalogueFile, downloadsFolder, lockFolder, type Outcome } from '@casebook/core';
import pc from 'picocolors';
import { type DownloadOptions, download } from './download.ts';
import { downloadBar } from './progress.ts';

/**
 * Downloads files one after another, so that a publisher's server is asked once at a time. An optional file that
 * cannot be had is said and left out.
 */
export async function downloadAll(
  home: string,
  files: readonly CatalogueFile[],
  options: Omit<DownloadOptions, 'folder' | 'onProgress'> = {},
): Promise<Outcome<{ readonly paths: string[] }>> {
  const lock = lockFolder(downloadsFolder(home));
  if (!lock.ok) return lock;
  try {
    return await oneByOne(home, files, options);
  } finally {
    lock.release();
  }
}

async function oneByOne(
  home: string,
  files: readonly CatalogueFile[],
  options: Omit<DownloadOptions, 'folder' | 'onProgress'>,
): Promise<Outcome<{ readonly paths: string[] }>> {
  const paths: string[] = [];
  for (const file of files) {
    const folder = join(downloadsFolder(home), `${file.source}-${file.version}`);
    const bar = downloadBar(file.name);
    const outcome = await download(file, { ...options, folder, onProgress: bar.advance });
    if (outcome.ok) {
      const { path, bytes, kept } = outcome.downloaded;
      bar.done(`${file.name} ${kept ? 'was there' : `${bytes} bytes`}`);
      paths.push(path);
    } else if (file.optional && outcome.problem.id === 'download-failed') {
      bar.failed(`${file.name} left out: ${outcome.problem.message}`);
    } else {
      bar.failed(file.name);
      return outcome;
    }
  }
  if (paths.length < files.length)
    process.stderr.write(pc.dim('The releases load without the files left out, with less on their pages.\n'));
  return { ok: true, paths };
}
