import { Command } from 'commander';
import { type GlobalOptions, homeFolder } from '../home.ts';
import { print, printJson, stop } from '../report.ts';
import { loadReportLines } from '../text/load-report.ts';

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
    .action(async (sources: string[], { from, downloadOnly, ...fetch }: Options, command: Command) => {
      const globals = command.optsWithGlobals<GlobalOptions>();
      if (from !== undefined && sources.length > 0)
        stop('bad-option', {
          option: '--from',
          value: sources.join(' '),
          expected: 'no source names beside it',
        });
      const { fetchFiles, loadFiles } = await import('../pull/run-pull.ts');
      const home = homeFolder(globals);
      const paths = from ?? (await fetchFiles(home, { sources, ...fetch }));
      if (downloadOnly) return globals.json ? printJson({ files: paths }) : print(...paths);
      const report = await loadFiles(home, paths);
      return globals.json ? printJson(report) : print(...loadReportLines(report));
    });
}
