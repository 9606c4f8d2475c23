import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, type Outcome, reasonOf } from '../errors.ts';
import { isAlive } from '../home/process.ts';

/**
 * One writer at a time per folder. The lock names its process, so that one left behind by a killed process
 * does not lock anybody out.
 */
export function lockFolder(folder: string): Outcome<{ readonly release: () => void }> {
  const path = join(folder, '.pull');
  try {
    mkdirSync(folder, { recursive: true });
    for (let attempt = 0; ; attempt++) {
      try {
        writeFileSync(path, String(process.pid), { flag: 'wx' });
        return { ok: true, release: () => rmSync(path, { force: true }) };
      } catch (error) {
        if (reasonOf(error) !== 'EEXIST' || attempt > 1) throw error;
        const pid = Number(readFileSync(path, 'utf8'));
        if (Number.isSafeInteger(pid) && pid > 0 && isAlive(pid))
          return fail('pull-running', { pid, path: folder });
        rmSync(path, { force: true });
      }
    }
  } catch (error) {
    return fail('home-not-writable', { path: folder, reason: reasonOf(error) });
  }
}
