import { Command } from 'commander';
import pc from 'picocolors';
import { withCasebook } from '../home.ts';
import { dateValue, systemValue, wholeNumber } from '../option-values.ts';
import { must, print, printJson } from '../report.ts';
import { columns } from '../table.ts';

interface Options {
  readonly limit: string;
  readonly system?: string;
  readonly date?: string;
  readonly billable?: boolean;
}

/** `casebook search "achalasia"` */
export function searchCommand(): Command {
  return new Command('search')
    .description('find codes by code, words in any order, abbreviation or synonym')
    .argument('<words...>', 'what to look for')
    .option('--limit <n>', 'most hits', '20')
    .option('--system <system>', 'only icd10cm, icd10pcs, hcpcs or cpt')
    .option('--billable', 'only codes that may stand on a claim')
    .option('--dos, --date <date>', 'the releases in force on this day (default: the newest)')
    .action(async (words: string[], { limit, system, date, billable }: Options, command: Command) => {
      const options = {
        limit: wholeNumber('--limit', limit, 1, 1000),
        ...(system === undefined ? {} : { systems: [systemValue(system)] }),
        ...(billable === undefined ? {} : { billable }),
        ...(date === undefined ? {} : { asOf: dateValue('--date', date) }),
      };
      await withCasebook(command, (casebook, { json }) => {
        const { hits } = must(casebook.search(words.join(' '), options));
        if (json) return printJson({ hits });
        if (hits.length === 0) return print('nothing found');
        const rows = hits.map(({ system, code, title, billable, why }) => [
          billable ? pc.bold(code) : pc.dim(`${code} ·`),
          title,
          pc.dim(system),
          pc.dim(why),
        ]);
        print(...columns(rows, { flexible: [1, 3] }));
      });
    });
}
