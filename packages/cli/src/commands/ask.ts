import { createInterface } from 'node:readline/promises';
import type { AskOptions, Casebook } from '@casebook/core';
import { Command } from 'commander';
import { withCasebook } from '../home.ts';
import { dateValue, settingValue } from '../option-values.ts';
import { must, print, printJson, stop } from '../report.ts';
import { answerLines } from '../text/answer.ts';

interface Options {
  readonly date?: string;
  readonly asOf?: string;
  readonly setting?: string;
}

/** `casebook ask "Is K22.0 billable?"`; without a question, one after the other until an empty line. */
export function askCommand(): Command {
  return new Command('ask')
    .description('a coding question, answered from the book with its citations')
    .argument('[question...]', 'in plain words; none: ask one after the other')
    .option('--dos, --date <date>', 'the day it is judged on (default: the newest releases)')
    .option('--as-of <date>', 'the same')
    .option('--setting <setting>', 'outpatient, inpatient or ed')
    .addHelpText(
      'after',
      '\nExamples:\n  casebook ask "Can E10.9 and E11.9 be coded together?"\n  casebook ask "Which 7th character for S52.501 at a follow-up visit?"\n  casebook ask "code for achalasia"',
    )
    .action(async (words: string[], { date, asOf, setting }: Options, command: Command) => {
      const day = date ?? asOf;
      const options: AskOptions = {
        ...(day === undefined ? {} : { asOf: dateValue(date === undefined ? '--as-of' : '--date', day) }),
        ...(setting === undefined ? {} : { setting: settingValue(setting) }),
      };
      const question = words.join(' ');
      await withCasebook(command, async (casebook, { json }) => {
        if (question.trim() === '') {
          if (json === true || !process.stdin.isTTY)
            stop('bad-option', { option: 'question', value: '', expected: 'a question in words' });
          return converse(casebook, options);
        }
        const { answer } = must(casebook.ask(question, options));
        if (json) printJson(answer);
        else print(...answerLines(answer));
      });
    });
}

/** One question after the other; each knows the one before it. */
async function converse(casebook: Casebook, options: AskOptions): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  let before: string | undefined;
  try {
    for (;;) {
      const question = (await terminal.question('ask › ')).trim();
      if (question === '') return;
      const { answer } = must(
        casebook.ask(question, before === undefined ? options : { ...options, before }),
      );
      print(...answerLines(answer), '');
      before =
        answer.understood.followsUp === true && before !== undefined ? `${before} ${question}` : question;
    }
  } finally {
    terminal.close();
  }
}
