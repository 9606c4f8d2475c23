import type { ConceptBook } from './concept-book.ts';

/** What a note may measure of a procedure; lengths in cm, areas in square cm, ages in years. */
export const MEASURES = [
  'age',
  'size',
  'length',
  'area',
  'count',
  'views',
  'minutes',
  'levels',
  'volume',
] as const;
export type Measure = (typeof MEASURES)[number];

/** One term of a `needs` or `not` cell. */
export type Condition =
  | {
      readonly kind: 'measure';
      readonly written: string;
      readonly measure: Measure;
      readonly above: number;
      readonly least: number;
      readonly below: number;
      readonly most: number;
      /** Holds too where the note does not say. */
      readonly unsaid: boolean;
    }
  | {
      readonly kind: 'site';
      readonly written: string;
      readonly classes: readonly string[];
      readonly unsaid: boolean;
    }
  | { readonly kind: 'sex'; readonly written: string; readonly sex: 'F' | 'M' }
  | {
      readonly kind: 'said';
      readonly written: string;
      readonly phrases: readonly (readonly string[])[];
      /** Anywhere in the note, not only where the procedure is told. */
      readonly anywhere: boolean;
      /** In the very sentence of the mention. */
      readonly here: boolean;
    };

const MEASURED = /^([a-z]+)\s*(<=|>=|<|>|=)\s*([\d.]+)(?:\s*-\s*([\d.]+))?(\?)?$/;

/**
 * Reads a cell such as `size>0.5; size<=1; site:face?; penrose, iodoform gauze; ~fracture; ^screening`; `a, b` is either. `?` holds also where the
 * note is silent, `~` looks in the whole note, `^` only in the sentence of the mention.
 * @throws Error naming the term that has no such shape.
 */
export function conditionsOf(cell: string | undefined, concepts: ConceptBook): Condition[] {
  return (cell ?? '')
    .split(';')
    .map((term) => term.trim())
    .filter(Boolean)
    .map((term) => conditionOf(term, concepts));
}

function conditionOf(written: string, concepts: ConceptBook): Condition {
  const measured = MEASURED.exec(written);
  if (measured !== null) return measureOf(written, measured);
  const sites = /^site:([\w,-]+)(\?)?$/.exec(written);
  if (sites !== null)
    return {
      kind: 'site',
      written,
      classes: (sites[1] ?? '').split(','),
      unsaid: sites[2] !== undefined,
    };
  if (written === 'sex=F' || written === 'sex=M')
    return { kind: 'sex', written, sex: written.endsWith('F') ? 'F' : 'M' };
  const anywhere = written.startsWith('~');
  const here = written.startsWith('^');
  const phrases = (anywhere || here ? written.slice(1) : written)
    .split(',')
    .flatMap((phrase) => (phrase.trim() === '' ? [] : concepts.phrase(phrase)));
  if (phrases.length === 0) throw new Error(`"${written}" is no condition`);
  return { kind: 'said', written, phrases, anywhere, here };
}

function measureOf(written: string, [, name, sign, from, to, unsaid]: RegExpExecArray): Condition {
  const measure = MEASURES.find((one) => one === name);
  if (measure === undefined) throw new Error(`"${name}" is nothing a note measures`);
  const value = Number(from);
  const last = to === undefined ? value : Number(to);
  return {
    kind: 'measure',
    written,
    measure,
    above: sign === '>' ? value : Number.NEGATIVE_INFINITY,
    least: sign === '>=' || sign === '=' ? value : Number.NEGATIVE_INFINITY,
    below: sign === '<' ? value : Number.POSITIVE_INFINITY,
    most: sign === '<=' ? value : sign === '=' ? last : Number.POSITIVE_INFINITY,
    unsaid: unsaid !== undefined,
  };
}
