/**
 * Whether a title on weeks of gestation ("before 37 completed weeks") is what the note says; null where it speaks of
 * none.
 */
export function weeksOfTitle(title: string, weeks: number | undefined): 'said' | 'against' | 'open' | null {
  const found = /\b(before|at or after) (\d+) completed weeks/i.exec(title);
  if (found === null) return null;
  if (weeks === undefined) return 'open';
  const limit = Number(found[2]);
  return /before/i.test(found[1] ?? '') === weeks < limit ? 'said' : 'against';
}
