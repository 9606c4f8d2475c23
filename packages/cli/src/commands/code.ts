import type { CodingContext } from '@casebook/core';
import { Command } from 'commander';
import { withCasebook } from '../home.ts';
import { noteText } from '../note-text.ts';
import { dateValue, settingValue, sexValue, wholeNumber } from '../option-values.ts';
import { must, print, printJson } from '../report.ts';
import type { SetExit } from '../set-exit.ts';
import { codedNoteLines } from '../text/coded-note.ts';

interface Options {
  readonly setting?: string;
  readonly dos?: string;
  readonly sex?: string;
  readonly age?: string;
}

/** `casebook code note.txt --setting outpatient --dos 2026-03-02`; `-` reads standard input. */
export function codeCommand(setExit: SetExit): Command {
  return new Command('code')
    .description('code a note: diagnoses and procedures, each with the sentence that supports it')
    .argument('<note>', 'a text file, or - for standard input')
    .option(
      '--setting <setting>',
      'outpatient, inpatient or ed (default: what the note says, else outpatient)',
    )
    .option('--dos <date>', 'date of service or discharge, as 2026-03-02')
    .option('--sex <sex>', 'F or M')
    .option('--age <years>', 'age in completed years')
    .action(async (path: string, options: Options, command: Command) => {
      const context = contextOf(options);
      const { text, warnings } = await noteText(path);
      for (const warning of warnings) process.stderr.write(`casebook: ${path}: ${warning}\n`);
      await withCasebook(command, (casebook, { json }) => {
        const { note } = must(casebook.code(text, context));
        if (json) printJson(note);
        else print(...codedNoteLines(note, text));
        if (note.findings.some(({ verdict }) => verdict === 'deny')) setExit(1);
      });
    });
}

function contextOf({ setting, dos, sex, age }: Options): CodingContext {
  return {
    ...(setting === undefined ? {} : { setting: settingValue(setting) }),
    ...(dos === undefined ? {} : { dateOfService: dateValue('--dos', dos) }),
    ...(sex === undefined ? {} : { sex: sexValue(sex) }),
    ...(age === undefined ? {} : { age: wholeNumber('--age', age, 0, 130) }),
  };
}
