import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { fault, SourceFault } from '../problem.ts';
import type { FileLimits } from './limits.ts';

/** Bytes that can be opened again and again, so that nothing is held until it is needed. */
export interface ByteSource {
  readonly name: string;
  /** Compressed bytes this costs on disk, for the ratio. */
  readonly stored: number;
  /** Set for a file on disk: lets a zip be read in place. */
  readonly path?: string;
  readonly open: () => Promise<Readable>;
}

export function fileBytes(name: string, path: string, size: number): ByteSource {
  return { name, path, stored: size, open: async () => createReadStream(path) };
}

export function gunzipped(source: ByteSource): ByteSource {
  return {
    name: source.name,
    stored: source.stored,
    open: async () => {
      const packed = await source.open();
      const plain = createGunzip();
      packed.on('error', (error) => plain.destroy(error));
      plain.on('close', () => packed.destroy());
      return packed.pipe(plain);
    },
  };
}

/** The first bytes, at most `length`; nothing further is decompressed. */
export async function readHead(source: ByteSource, length: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  await reading(source, async (stream) => {
    for await (const chunk of stream) {
      chunks.push(chunk as Buffer);
      size += (chunk as Buffer).length;
      if (size >= length) break;
    }
  });
  return Buffer.concat(chunks).subarray(0, length);
}

/** Everything, within the limits. Throws a SourceFault for a cut, damaged or bomb-like source. */
export async function readAll(source: ByteSource, limits: FileLimits): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  await reading(source, async (stream) => {
    for await (const chunk of stream) {
      chunks.push(chunk as Buffer);
      size += (chunk as Buffer).length;
      if (size > limits.fileBytes)
        throw fault(source.name, `byte ${size}`, `expands beyond ${limits.fileBytes} bytes`);
      if (size > limits.ratioFrom && size > limits.ratio * source.stored)
        throw fault(
          source.name,
          `byte ${size}`,
          `expands more than ${limits.ratio} times, unlike any official file`,
        );
    }
  });
  return Buffer.concat(chunks, size);
}

async function reading(source: ByteSource, use: (stream: Readable) => Promise<void>): Promise<void> {
  let stream: Readable | undefined;
  try {
    stream = await source.open();
    await use(stream);
  } catch (error) {
    if (error instanceof SourceFault) throw error;
    throw fault(
      source.name,
      '',
      `cannot be read to its end (${reasonOf(error)}); the file is cut or damaged`,
    );
  } finally {
    stream?.destroy();
  }
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
