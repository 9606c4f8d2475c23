import { Command } from 'commander';
import pc from 'picocolors';
import { withCasebook } from '../home.ts';
import { print, printJson } from '../report.ts';
import { columns } from '../table.ts';

/** `casebook releases` */
export function releasesCommand(): Command {
  return new Command('releases')
    .description('what the book is made of: sources, versions, dates, files')
    .action(async (_options: object, command: Command) => {
      await withCasebook(command, (casebook, { json }) => {
        const releases = casebook.releases();
        if (json) return printJson(releases);
        const rows = releases.map(
          ({ source, version, edition, effective, rows, billable, modifiers, files, wordsOf }) => [
            pc.bold(source),
            version,
            `${effective[0]} to ${effective[1]}`,
            source === 'guidelines'
              ? `${rows} sections`
              : `${billable} billable of ${rows}${modifiers > 0 ? ` + ${modifiers} modifiers` : ''}`,
            edition + lentWords(wordsOf),
            pc.dim(`${files.length} files`),
          ],
        );
        print(...columns(rows));
      });
    });
}

/** What the list of codes is read with, where it came without its Tabular or Index. */
function lentWords({ tabular, index }: { tabular: string | null; index: string | null }): string {
  const parts = [
    ...(tabular === null ? [] : [`notes of ${tabular}`]),
    ...(index === null ? [] : [`Index of ${index}`]),
  ];
  return parts.length === 0 ? '' : `, codes alone: ${parts.join(', ')}`;
}
