import { existsSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import {
  type Catalogue,
  type LoadReport,
  loadReleases,
  parseCatalogue,
  planPull,
  shippedCatalogue,
} from '@casebook/core';
import { Command } from 'commander';
import pc from 'picocolors';
import { type GlobalOptions, homeFolder } from '../home.ts';
import { acceptTerms } from '../pull/accept-terms.ts';
import { downloadAll } from '../pull/download-all.ts';
import { steps } from '../pull/progress.ts';
import { must, print, printJson, stop } from '../report.ts';
import { columns } from '../table.ts';

interface Options {
  readonly from?: string[];
  readonly accept?: string;
  readonly catalogue?: string;
  readonly downloadOnly?: true;
}

/** `casebook pull --from DIR`, `casebook pull icd10cm@2026` */
export function pullCommand(): Command {
  return new Command('pull')
    .description('load official files into the book, from a folder or from the publishers')
    .argument('[sources...]', 'what to download: icd10cm, icd10pcs@2026, … (default: the newest of each)')
    .option('--from <path...>', 'read these folders or files instead of downloading')
    .option('--accept <terms>', 'accept these terms, by comma (ama, …); recorded with your name and the date')
    .option('--catalogue <file>', 'addresses to use instead of those Casebook ships with')
    .option('--download-only', 'fetch and verify the files without loading them')
    .action(async (sources: string[], options: Options, command: Command) => {
      const globals = command.optsWithGlobals<GlobalOptions>();
      const home = homeFolder(globals);
      if (options.from !== undefined && sources.length > 0)
        stop('bad-option', {
          option: '--from',
          value: sources.join(' '),
          expected: 'no source names beside it',
        });
      const paths = options.from ?? (await fetched(home, sources, options));
      if (options.downloadOnly) return globals.json ? printJson({ files: paths }) : print(...paths);
      const progress = steps('reading');
      const loaded = await loadReleases({ home, paths, onProgress: progress.step });
      progress.done();
      const { report } = must(loaded);
      if (globals.json) printJson(report);
      else printReport(report);
    });
}

/** Downloads what the plan names, terms first; gives the paths of the files. */
async function fetched(home: string, sources: readonly string[], options: Options): Promise<string[]> {
  const catalogue = catalogueOf(options.catalogue);
  const { plan } = must(planPull(catalogue, sources));
  const accepted = (options.accept ?? '').split(',').filter(Boolean);
  must(acceptTerms(home, plan, accepted, { who: userInfo().username, when: new Date() }));
  return must(await downloadAll(home, plan.files)).paths;
}

function catalogueOf(path: string | undefined): Catalogue {
  if (path === undefined) return shippedCatalogue();
  if (!existsSync(path)) stop('file-missing', { path });
  return must(parseCatalogue(readFileSync(path, 'utf8'), path)).catalogue;
}

function printReport({ releases, recognised, unrecognised }: LoadReport): void {
  const rows = releases.map(({ source, version, status, billable, rows, against }) => [
    pc.bold(`${source} ${version}`),
    status,
    source === 'guidelines' ? `${rows} sections` : `${billable} billable of ${rows}`,
    against === null ? '' : `against ${against.version}: +${against.added} −${against.deleted}`,
  ]);
  print(...columns(rows));
  const skipped = recognised.filter(({ outcome }) => outcome !== 'loaded');
  if (skipped.length > 0)
    print(
      '',
      pc.bold('Recognised, not loaded'),
      ...columns(skipped.map(({ file, kind, outcome }) => [file, kind, outcome])),
    );
  if (unrecognised.length > 0)
    print(
      '',
      pc.bold('Not recognised'),
      ...columns(unrecognised.map(({ file, why }) => [file, pc.dim(why)])),
    );
}
