// The README's test command: every test there is, and in plain words what this machine could not run.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const official = process.env.CASEBOOK_OFFICIAL ?? join(root, '..', 'shared', 'official');
const evaluation = process.env.CASEBOOK_EVAL ?? join(root, '..', 'shared', 'eval');
const chromium =
  process.env.CHROMIUM ??
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync) ??
  '';

const parts = [
  [
    existsSync(official),
    'full-size tests on the official files',
    'set CASEBOOK_OFFICIAL to a folder that holds them',
  ],
  [
    existsSync(evaluation),
    'accuracy baselines on the labelled sets',
    'set CASEBOOK_EVAL to the folder that holds them',
  ],
  [chromium !== '', 'the workbench driven in a browser', 'install chromium, or set CHROMIUM to its path'],
];
const env = { ...process.env };
if (existsSync(official)) env.CASEBOOK_OFFICIAL = official;
if (existsSync(evaluation)) env.CASEBOOK_EVAL = evaluation;
if (chromium !== '') env.CHROMIUM = chromium;

/** Runs one command to its end, echoing its output and keeping it to count from. */
function run(command, args) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32',
    });
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
      process.stdout.write(chunk);
    });
    child.on('close', (code) => done({ code: code ?? 1, out }));
  });
}

const built = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, env, stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);

const tests = await run('npx', ['vitest', 'run']);
const verify = await run('npx', ['tsx', '--conditions=source', 'scripts/verify-starter.ts', official]);
const lines = await run('npx', ['tsx', '--conditions=source', 'scripts/verify-lines.ts', official]);
const verified = [verify, lines].filter(({ code }) => code === 0).length;

for (const [have, what, how] of parts) if (!have) console.log(`skipped: ${what} (${how})`);
const plain = stripVTControlCharacters(tests.out);
const count = (word) => Number(new RegExp(`Tests .*?(\\d+) ${word}`).exec(plain)?.[1] ?? 0);
const failed = count('failed') + 2 - verified;
const passed = count('passed') + verified;
if (tests.code !== 0 && count('failed') === 0) console.log('the test runner itself failed: see above');
console.log(`${passed} passed, ${failed} failed, ${count('skipped')} skipped`);
process.exit(tests.code !== 0 || verified < 2 || passed === 0 ? 1 : 0);
