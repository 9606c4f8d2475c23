import { open } from 'node:fs/promises';
import { readNoteBytes, reasonOf } from '@casebook/core';
import { stop } from './report.ts';

/** Past this a file is no note; reading stops, so that a wrong path cannot fill the memory. */
const READ_LIMIT_BYTES = 16 * 1024 * 1024;

/** A note's text from a file, or from standard input for `-`. Ends the command with one line when it is none. */
export async function noteText(path: string): Promise<{ text: string; warnings: readonly string[] }> {
  const name = path === '-' ? 'standard input' : path;
  const input = readNoteBytes(await bytesOf(path), name);
  if (input.ok) return { text: input.text, warnings: input.warnings };
  const { where, what, expected } = input.problem;
  return stop('note-unreadable', { name: where, what, expected });
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    if (path === '-') return await read(process.stdin);
    const file = await open(path);
    try {
      if (!(await file.stat()).isDirectory()) return await read(file.createReadStream({ autoClose: false }));
    } finally {
      await file.close();
    }
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') stop('file-missing', { path });
    stop('file-unreadable', { path, reason: reasonOf(error) });
  }
  return stop('file-unreadable', { path, reason: 'it is a folder' });
}

async function read(stream: AsyncIterable<Buffer | string>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk));
    length += chunk.length;
    if (length > READ_LIMIT_BYTES) break;
  }
  return Buffer.concat(chunks);
}
