/**
 * How long a full load takes and how much memory, then how fast the book it made opens.
 * `npx tsx --conditions=source bench/pull.ts FROM [HOME]` (a temporary home when none is given)
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadReleases } from '../packages/core/src/index.ts';

const [from, home] = process.argv.slice(2);
if (from === undefined) throw new Error('usage: bench/pull.ts FROM [HOME]');
const target = home ?? mkdtempSync(join(tmpdir(), 'casebook-bench-'));

const begun = performance.now();
const loaded = await loadReleases({ home: target, paths: [from] });
const seconds = (performance.now() - begun) / 1000;
if (!loaded.ok) throw new Error(loaded.problem.message);

for (const release of loaded.report.releases) console.log(JSON.stringify(release).slice(0, 160));
console.log(
  `recognised ${loaded.report.recognised.length} files, listed ${loaded.report.unrecognised.length} others`,
);
console.log(
  `pull: ${seconds.toFixed(1)} s, peak resident ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
);
if (home === undefined) rmSync(target, { recursive: true });
