import { Command } from 'commander';
import pc from 'picocolors';
import { withCasebook } from '../home.ts';
import { sourceValue } from '../option-values.ts';
import { must, print, printJson } from '../report.ts';
import { columns } from '../table.ts';

/** `casebook diff icd10cm 2025 2026` */
export function diffCommand(): Command {
  return new Command('diff')
    .description('what a release added, deleted and revised against another')
    .argument('<source>', 'icd10cm, icd10pcs, hcpcs, …')
    .argument('<from>', 'version, as casebook releases lists it')
    .argument('<to>', 'version')
    .action(async (source: string, from: string, to: string, _options: object, command: Command) => {
      await withCasebook(command, (casebook, { json }) => {
        const { diff } = must(casebook.diff(sourceValue('source', source), from, to));
        if (json) return printJson(diff);
        const { added, deleted, revised } = diff;
        const rows = [
          ...added.map(({ code, title }) => [pc.green('+'), pc.bold(code), title]),
          ...deleted.map(({ code, title }) => [pc.red('−'), pc.bold(code), title]),
          ...revised.map(({ code, before, after }) => [
            pc.yellow('~'),
            pc.bold(code),
            `${before} → ${after}`,
          ]),
        ];
        print(...columns(rows, { flexible: [2] }));
        print(`${added.length} added, ${deleted.length} deleted, ${revised.length} revised`);
      });
    });
}
