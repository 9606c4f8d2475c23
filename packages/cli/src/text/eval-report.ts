import type { EvalReport } from '@casebook/core';
import pc from 'picocolors';
import { columns } from '../table.ts';

type Score = EvalReport['systems'][number]['strict'];

/** An evaluation for people: a line per system and way of counting, intervals in brackets. */
export function evalLines({
  folder,
  split,
  notes,
  systems,
  invalidCodeRate,
  notesPerSecond,
}: EvalReport): string[] {
  const rows = systems.flatMap((scores) => {
    const { system, strict, current, category, strictWithoutSymptoms, currentWithoutSymptoms } = scores;
    const kinds: [string, Score | undefined][] = [
      ['gold as written', strict],
      ['as the release reports it', current],
      ['category', category],
      ['as written, without R codes', strictWithoutSymptoms],
      ['as reported, without R codes', currentWithoutSymptoms],
    ];
    return kinds.flatMap(([name, score]) => (score === undefined ? [] : [[system, name, ...figures(score)]]));
  });
  return [
    pc.dim(`${folder}${split === null ? '' : ` · ${split}`} · ${notes} notes · ${notesPerSecond} notes/s`),
    ...columns([['', '', 'precision', 'recall', 'F1', '95% interval'].map(pc.dim), ...rows]),
    `invalid codes: ${(invalidCodeRate * 100).toFixed(2)}%`,
  ];
}

function figures({ precision, recall, f1, f1Interval: [low, high] }: Score): string[] {
  return [...[precision, recall].map(three), pc.bold(three(f1)), pc.dim(`${three(low)}–${three(high)}`)];
}

function three(value: number): string {
  return value.toFixed(3);
}
