import { Command } from 'commander';
import { withCasebook } from '../home.ts';
import { wholeNumber } from '../option-values.ts';
import { must, print, printJson } from '../report.ts';
import { evalLines } from '../text/eval-report.ts';

interface Options {
  readonly split?: string;
  readonly system?: string;
  readonly limit?: string;
}

/** `casebook eval DIR --split dev` */
export function evalCommand(): Command {
  return new Command('eval')
    .description('precision, recall and F1 with intervals on a labelled set (notes/, gold.tsv, split.tsv)')
    .argument('<dir>', 'folder of the set')
    .option('--split <name>', 'only the notes of this split')
    .option('--system <system>', 'code system to measure')
    .option('--limit <n>', 'only the first n notes')
    .action(async (folder: string, { split, system, limit }: Options, command: Command) => {
      const options = {
        ...(split === undefined ? {} : { split }),
        ...(system === undefined ? {} : { system }),
        ...(limit === undefined ? {} : { limit: wholeNumber('--limit', limit, 1, 1_000_000) }),
      };
      await withCasebook(command, async (casebook, { json }) => {
        const { report } = must(await casebook.eval(folder, options));
        if (json) printJson(report);
        else print(...evalLines(report));
      });
    });
}
