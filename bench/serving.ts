/**
 * Search while a large note is coded: `npm run build && npx tsx bench/serving.ts HOME [MB]`. Starts `casebook
 * serve`, asks searches alone, then the same searches while a note of MB megabytes (5) is coded, and prints the
 * 95th percentile of each and their ratio. The note is given up when the searches are done.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const [home, megabytes = '5'] = process.argv.slice(2);
if (home === undefined) throw new Error('usage: bench/serving.ts HOME [MB]');
const words = [
  'achalasia',
  'type 2 diab',
  'fx wrist left',
  'knee repl',
  'K22',
  'copd exac',
  'htn',
  'fall ladder',
];
const line = 'Assessment: pneumonia with COPD exacerbation; type 2 diabetes with neuropathy, on metformin.\n';

const server = spawn(
  process.execPath,
  [
    join(import.meta.dirname, '../packages/cli/bin/casebook.js'),
    '--home',
    home,
    '--json',
    'serve',
    '--port',
    '0',
  ],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
try {
  const url = await new Promise<string>((found) => {
    let out = '';
    server.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const match = /"url": "([^"]+)"/.exec(out);
      if (match?.[1] !== undefined) found(match[1]);
    });
  });
  const code = (note: string, signal?: AbortSignal) =>
    fetch(`${url}api/code`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ note }),
      ...(signal === undefined ? {} : { signal }),
    });
  await (await code(line)).json();
  await p95(url);
  const alone = await p95(url);
  const gone = new AbortController();
  let coding = true;
  const large = code(line.repeat(Math.ceil((Number(megabytes) * 1e6) / line.length)), gone.signal)
    .then(
      () => undefined,
      () => undefined,
    )
    .finally(() => {
      coding = false;
    });
  await new Promise((done) => setTimeout(done, 500));
  const beside = await p95(url);
  console.log(`search alone: p95 ${alone.toFixed(1)} ms`);
  console.log(
    `beside a ${megabytes} MB note: p95 ${beside.toFixed(1)} ms (${(beside / alone).toFixed(2)} times)`,
  );
  if (!coding) console.log('the note was done before the searches were: give a larger one');
  gone.abort();
  await large;
} finally {
  server.kill('SIGTERM');
}

async function p95(url: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 25; round++)
    for (const word of words) {
      const started = performance.now();
      await (await fetch(`${url}api/search?q=${encodeURIComponent(word)}`)).arrayBuffer();
      times.push(performance.now() - started);
    }
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length * 0.95)] ?? 0;
}
