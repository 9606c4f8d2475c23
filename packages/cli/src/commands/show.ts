import { missProblem } from '@casebook/core';
import { Command } from 'commander';
import { withCasebook } from '../home.ts';
import { dateValue, systemValue } from '../option-values.ts';
import { print, printJson, Reported } from '../report.ts';
import { codePageLines } from '../text/code-page.ts';

interface Options {
  readonly date?: string;
  readonly system?: string;
}

/** `casebook show K22.0` */
export function showCommand(): Command {
  return new Command('show')
    .description('the page of a code: everything the book knows of it')
    .argument('<code>', 'with or without its dot, in any case')
    .option('--dos, --date <date>', 'as of this day (default: the newest release)')
    .option('--system <system>', 'icd10cm, icd10pcs, hcpcs or cpt, when more than one has the code')
    .action(async (code: string, { date, system }: Options, command: Command) => {
      const options = {
        ...(date === undefined ? {} : { asOf: dateValue('--date', date) }),
        ...(system === undefined ? {} : { system: systemValue(system) }),
      };
      await withCasebook(command, (casebook, { json }) => {
        const page = casebook.show(code, options);
        if (!page.found) throw new Reported(missProblem(page, date));
        if (json) printJson(page);
        else print(...codePageLines(page));
      });
    });
}
