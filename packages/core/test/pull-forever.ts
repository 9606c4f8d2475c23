/** Loads one folder, then the other, and so on until it is killed: `pull-forever.ts HOME FOLDER FOLDER`. */
import { indexers } from '../src/indexers.ts';
import { loadReleases } from '../src/pull/load.ts';

const [home = '', ...folders] = process.argv.slice(2);
for (let i = 0; ; i++) {
  const outcome = await loadReleases({ home, paths: [folders[i % folders.length] ?? ''], indexers });
  process.stdout.write(outcome.ok ? `loaded ${i}\n` : `${outcome.problem.message}\n`);
}
