import { citationText } from '@casebook/core';
import { Command } from 'commander';
import pc from 'picocolors';
import { withCasebook } from '../home.ts';
import { must, print, printJson, stop } from '../report.ts';
import { wrapped } from '../table.ts';

/** `icd10cm-tabular 2026: K22.0`; the version may be left out. */
const PRINTED = /^([a-z\d-]+)(?:\s+([\w.-]+))?:\s*(.+)$/;

/** `casebook cite "icd10cm-tabular 2026: K22 excludes1 1"` */
export function citeCommand(): Command {
  return new Command('cite')
    .description('the words at the place a citation names, and the publisher’s file')
    .argument('<citation...>', 'as printed: guidelines 2026: I.A.12.a (the version may be left out)')
    .action(async (words: string[], _: object, command: Command) => {
      const text = words.join(' ');
      const [, source, version, locator] = PRINTED.exec(text) ?? [];
      if (source === undefined || locator === undefined)
        stop('bad-option', { option: 'citation', value: text, expected: 'SOURCE VERSION: PLACE' });
      await withCasebook(command, (casebook, { json }) => {
        const { cited } = must(
          casebook.cite({ source, locator, ...(version === undefined ? {} : { version }) }),
        );
        if (json) return printJson(cited);
        const { file, row, page } = cited;
        const where = [file, row, page === undefined ? undefined : `page ${page}`].filter(Boolean);
        print(
          pc.bold(cited.title),
          ...cited.quote.split('\n').flatMap((line) => wrapped(line, '  ')),
          pc.dim([citationText(cited.citation), ...where].join(' · ')),
        );
      });
    });
}
