import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const json = <T>(name: string): T => JSON.parse(readFileSync(join(root, name), 'utf8')) as T;

it("npm ci runs no package's install script but esbuild's", () => {
  const { packages } = json<{ packages: Record<string, { hasInstallScript?: boolean; dev?: boolean }> }>(
    'package-lock.json',
  );
  const { allowScripts } = json<{ allowScripts: Record<string, boolean> }>('package.json');
  const withScript = Object.entries(packages)
    .filter(([path, entry]) => path.includes('node_modules/') && entry.hasInstallScript === true)
    .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
  const undecided = withScript.filter((name) => !(name in allowScripts) && name !== 'fsevents');
  expect(undecided).toEqual([]);
  expect(withScript.filter((name) => allowScripts[name])).toEqual(['esbuild']);
});
