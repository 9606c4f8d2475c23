import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { BookBuild } from '../src/book/store.ts';
import { indexers } from '../src/indexers.ts';
import { readStarter } from '../src/sources/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the compiled starter book, shared by every test file of a run. */
    readonly starterFolder: string;
  }
}

/** Compiles the starter book once for all test files: each opens it in milliseconds. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-starter-'));
  const build = new BookBuild(folder, indexers);
  for (const draft of readStarter(join(import.meta.dirname, '..', '..', '..', 'knowledge'))) build.add(draft);
  build.commit();
  project.provide('starterFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
