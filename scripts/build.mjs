// Bundles core, server and CLI into their dist folders and, without --no-web, builds the workbench.
// Runs as npm's `prepare`, so it must be quick and need nothing but the installed packages.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const packages = join(root, 'packages');

/** Every file below the given paths, sorted. */
function filesIn(...paths) {
  return paths
    .filter(existsSync)
    .flatMap((path) =>
      statSync(path).isDirectory() ? filesIn(...readdirSync(path).map((name) => join(path, name))) : [path],
    )
    .sort();
}

function sumOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/** The code that decides a release file's bytes: with it changed, the starter book is compiled anew. */
const bookBuild = sumOf(
  filesIn(
    ...['sources', 'book', 'search', 'coding', 'words', 'indexers.ts'].map((room) =>
      join(packages, 'core/src', room),
    ),
  ).filter((file) => !file.endsWith('.test.ts')),
);

async function bundle(name, entryPoints) {
  const outdir = join(packages, name, 'dist');
  const { metafile } = await build({
    entryPoints: Object.fromEntries(
      entryPoints.map(([out, file]) => [out, join(packages, name, 'src', file)]),
    ),
    outdir,
    bundle: true,
    splitting: true,
    chunkNames: 'chunk-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    sourcesContent: false,
    define: { CASEBOOK_BUILD: JSON.stringify(bookBuild) },
    logLevel: 'warning',
    metafile: true,
  });
  // Chunks of earlier builds would pile up.
  const written = new Set(Object.keys(metafile.outputs).map((path) => basename(path)));
  for (const file of readdirSync(outdir))
    if (!written.has(file)) rmSync(join(outdir, file), { recursive: true });
}

/** The workbench takes seconds, so it is built only when its sources, or the schemas it reads, have changed. */
function buildWeb() {
  const web = join(packages, 'web');
  if (!existsSync(join(web, 'index.html'))) return;
  const configs = readdirSync(web).filter((name) => /\.(html|ts|json)$/.test(name));
  const sum = sumOf(
    filesIn(
      join(web, 'src'),
      join(web, 'public'),
      ...configs.map((name) => join(web, name)),
      ...['schemas', 'common-schemas', 'code-page-schema'].map((name) =>
        join(packages, `server/src/http/${name}.ts`),
      ),
    ),
  );
  const stamp = join(web, 'dist', '.built-from');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sum) return;
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const run = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: web,
    stdio: 'inherit',
  });
  if (run.status !== 0) process.exit(run.status ?? 1);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, sum);
}

await Promise.all([
  bundle('core', [['index', 'index.ts']]),
  bundle('server', [
    ['index', 'index.ts'],
    ['schemas', 'http/schemas.ts'],
    ['worker', 'workers/worker.ts'],
  ]),
  bundle('cli', [['main', 'main.ts']]),
]);
if (!process.argv.includes('--no-web')) buildWeb();
