/**
 * What an archive may cost. The publishers' largest file is about 15 MB and their best ratio about 30:1, so
 * these stop a bomb long before it hurts and never stop a real file.
 */
export interface FileLimits {
  /** Archive within archive; a gzip counts as one. */
  readonly depth: number;
  readonly entries: number;
  /** Uncompressed bytes of one file. */
  readonly fileBytes: number;
  /** Uncompressed bytes of everything in one archive. */
  readonly archiveBytes: number;
  /** Uncompressed : compressed, judged only above `ratioFrom` uncompressed bytes. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

export const FILE_LIMITS: FileLimits = {
  depth: 3,
  entries: 5_000,
  fileBytes: 512 * 2 ** 20,
  archiveBytes: 2 * 2 ** 30,
  ratio: 200,
  ratioFrom: 8 * 2 ** 20,
};
