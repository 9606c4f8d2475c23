import type { Attributes } from '../../note/types.ts';

/** How long, as the titles of category S06 tell it apart. */
const DURATIONS: readonly (readonly [RegExp, (minutes: number) => boolean])[] = [
  [/30 minutes or less/, (minutes) => minutes <= 30],
  [/31 minutes to 59 minutes/, (minutes) => minutes > 30 && minutes < 60],
  [/1 hour to 5 hours/, (minutes) => minutes >= 60 && minutes < 360],
  [/6 hours to 24 hours/, (minutes) => minutes >= 360 && minutes <= 1440],
  [/greater than 24 hours with return/, (minutes) => minutes > 1440],
];

/**
 * Whether a title on loss of consciousness is what the note says of it; null where the title does not speak of it.
 * An injury of which nothing is said is the code of status unknown: the Tabular lists it there as NOS (S06.0XA and
 * its like).
 */
export function consciousness(title: string, said: Attributes['unconscious']): 'said' | 'against' | null {
  const words = title.toLowerCase();
  if (!words.includes('loss of consciousness')) return null;
  const agrees = (so: boolean): 'said' | 'against' => (so ? 'said' : 'against');
  if (/without loss of consciousness/.test(words)) return agrees(said?.lost === false);
  if (/status unknown/.test(words)) return agrees(said === undefined);
  if (said?.lost !== true) return 'against';
  if (/unspecified duration/.test(words)) return agrees(said.minutes === undefined);
  const { minutes } = said;
  if (minutes === undefined) return 'against';
  return agrees(DURATIONS.some(([duration, fits]) => duration.test(words) && fits(minutes)));
}
