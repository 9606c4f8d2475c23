import { createRequire } from 'node:module';
import type * as sqlite from '@photostructure/sqlite';

/**
 * The one place that chooses SQLite: Node's own `node:sqlite` where this Node has it (22.13 and later), else the
 * npm package of the same interface, whose binaries come inside it (ADR 6). Nothing is ever compiled.
 */
export type Database = InstanceType<typeof sqlite.DatabaseSync>;
export type Statement = ReturnType<Database['prepare']>;

type SqliteModule = Pick<typeof sqlite, 'DatabaseSync'>;

/** The database class and whose it is, for benchmarks and bug reports. */
export const { DatabaseSync, provider } = chosen();

function chosen(): SqliteModule & { readonly provider: 'node' | 'package' } {
  const own = nodesOwn();
  if (own !== undefined) return { DatabaseSync: own.DatabaseSync, provider: 'node' };
  const { DatabaseSync } = createRequire(import.meta.url)('@photostructure/sqlite') as SqliteModule;
  return { DatabaseSync, provider: 'package' };
}

/** Asked for by name, because importing a built-in module that this Node lacks would fail at once. */
function nodesOwn(): SqliteModule | undefined {
  const { emitWarning } = process;
  // Node 22 and 24 call the module experimental on every start; the answer of a command is no place for that.
  process.emitWarning = (): void => {};
  try {
    return process.getBuiltinModule('node:sqlite') as SqliteModule | undefined;
  } finally {
    process.emitWarning = emitWarning;
  }
}
