import type { CodedCode, CodedNote } from '@casebook/core';
import pc from 'picocolors';
import { columns, wrapped } from '../table.ts';

/** A coded note for people: the codes with their evidence, what was rejected and why, questions, findings. */
export function codedNoteLines(note: CodedNote, text: string): string[] {
  const lineOf = lineNumbers(text);
  const lines = [heading(note), ''];
  if (note.codes.length === 0) lines.push('No code: the note supports none that is in the book.');
  const table = columns(
    note.codes.map(({ role, code, title, confidence, modifiers = [], units = 1 }) => [
      role,
      `${pc.bold([code, ...modifiers].join('-'))}${units > 1 ? ` ×${units}` : ''}`,
      title,
      pc.dim(`${Math.round(confidence * 100)}%`),
    ]),
    { flexible: [2] },
  );
  note.codes.forEach((code, i) => {
    lines.push(table[i] ?? '', ...evidenceLines(code, lineOf));
    for (const { text } of code.queries) lines.push(...wrapped(`ask: ${text}`, '    ').map(pc.yellow));
  });
  if (note.rejected.length > 0) {
    lines.push('', pc.bold('Not coded'));
    const rows = note.rejected.map(({ code, title, why, evidence }) => {
      const [first] = evidence;
      return [code, title, why, first === undefined ? '' : quoted(first.text, lineOf(first.start))];
    });
    lines.push(...columns(rows, { flexible: [1, 3] }));
  }
  if (note.unnumbered.length > 0) {
    lines.push('', pc.bold('Read, without a number in this book'));
    for (const { text: said, start, why } of note.unnumbered)
      lines.push(`  ${quoted(said, lineOf(start))}`, ...wrapped(why, '    '));
  }
  if (note.findings.length > 0) {
    lines.push('', pc.bold('Findings'));
    for (const { verdict, rule, message, fix } of note.findings)
      lines.push(
        `${VERDICT[verdict](verdict)}  ${rule}`,
        ...wrapped(fix === undefined ? message : `${message.replace(/[^.!?]$/, '$&.')} ${fix}`, '    '),
      );
  }
  return lines;
}

const VERDICT = { deny: pc.red, review: pc.yellow, info: pc.cyan } as const;

function heading({ context, book }: CodedNote): string {
  const facts = [
    context.setting,
    context.sex,
    context.age === undefined ? undefined : `${context.age} years`,
    context.dateOfService === undefined ? 'no date of service: newest releases' : context.dateOfService,
    ...book.map(
      ({ source, version, edition }) => `${source} ${version}${edition === 'starter' ? ' (starter)' : ''}`,
    ),
  ];
  return pc.dim(facts.filter((fact) => fact !== undefined).join(' · '));
}

/** The first two places that support a code; `--json` has them all. */
function evidenceLines(code: CodedCode, lineOf: (offset: number) => number): string[] {
  const lines = code.evidence
    .slice(0, 2)
    .map(
      ({ text, start, section }) =>
        `    ${quoted(text, lineOf(start))}${section === '' ? '' : pc.dim(` · ${section}`)}`,
    );
  const more = code.evidence.length - lines.length;
  return more > 0 ? [...lines, pc.dim(`    and ${more} more`)] : lines;
}

function quoted(text: string, line: number): string {
  const words = text.replace(/\s+/g, ' ');
  return `${pc.dim(`line ${line}:`)} “${words.length > 90 ? `${words.slice(0, 89)}…` : words}”`;
}

/** Line of an offset, from 1, counting LF, CRLF and CR. */
function lineNumbers(text: string): (offset: number) => number {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length)];
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const mid = (low + high) >>> 1;
      if ((starts[mid] ?? 0) <= offset) low = mid + 1;
      else high = mid;
    }
    return low;
  };
}
