import { Command, type OutputConfiguration } from 'commander';
import pc from 'picocolors';
import { askCommand } from './commands/ask.ts';
import { citeCommand } from './commands/cite.ts';
import { codeCommand } from './commands/code.ts';
import { diffCommand } from './commands/diff.ts';
import { evalCommand } from './commands/eval.ts';
import { pullCommand } from './commands/pull.ts';
import { releasesCommand } from './commands/releases.ts';
import { searchCommand } from './commands/search.ts';
import { serveCommand } from './commands/serve.ts';
import { showCommand } from './commands/show.ts';
import type { SetExit } from './set-exit.ts';
import { VERSION } from './version.ts';

/** The command line: global options, and a command per job. */
export function programFor(setExit: SetExit): Command {
  const program = new Command('casebook')
    .description('the code book that reads the case')
    .version(VERSION)
    .option('--home <dir>', 'folder of the book and the state (default: CASEBOOK_HOME, or the data folder)')
    .option(
      '--book <edition>',
      'auto: the pulled book if there is one, else the starter book; starter; official',
      'auto',
    )
    .option('--json', 'print the documented JSON and nothing else on stdout')
    .showHelpAfterError(false)
    .addHelpText(
      'after',
      '\nExit codes: 0 fine, 1 findings that deny, 2 bad input, 3 a needed release is not loaded.',
    );
  const commands = [
    codeCommand(setExit),
    showCommand(),
    searchCommand(),
    askCommand(),
    citeCommand(),
    pullCommand(),
    releasesCommand(),
    diffCommand(),
    evalCommand(),
    serveCommand(),
  ];
  for (const command of [program, ...commands]) command.exitOverride().configureOutput(oneLineErrors);
  for (const command of commands) program.addCommand(command);
  return program;
}

const oneLineErrors: OutputConfiguration = {
  outputError: (text, write) => {
    const line = text
      .replace(/^error: /, '')
      .replace(/\s+/g, ' ')
      .trim();
    write(`${pc.red('casebook:')} ${line}; see casebook --help\n`);
  },
};
