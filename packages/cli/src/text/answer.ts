import { type Answer, citationText } from '@casebook/core';
import pc from 'picocolors';
import { wrapped } from '../table.ts';

const MOST_CITED = 6;

/** An answer for people: the verdict, its reasons, and where they stand. */
export function answerLines(answer: Answer): string[] {
  const { verdict, text, citations, understood, also } = answer;
  const [first = '', ...rest] = text.split(/(?<=[.!?])\s+(?=[A-Z“])/);
  const value = verdict.value === undefined ? '' : ` ${verdict.value}`;
  const label = verdict.kind === 'value' || verdict.kind === 'codes' ? value.trim() : verdict.kind;
  const cited = [...new Set(citations.map(citationText))];
  return [
    ...(understood.followsUp === true ? [pc.dim(`(${understood.codes.join(', ')})`)] : []),
    ...wrapped(label === '' ? first : `${pc.bold(label)}  ${first}`, ''),
    ...rest.flatMap((sentence) => wrapped(sentence, '  ')),
    ...cited.slice(0, MOST_CITED).map((line) => pc.dim(`  ${line}`)),
    ...(cited.length > MOST_CITED ? [pc.dim(`  and ${cited.length - MOST_CITED} more`)] : []),
    ...also.flatMap((other) => ['', pc.dim(other.question), ...answerLines(other)]),
  ];
}
