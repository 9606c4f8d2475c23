import type { PhraseBook } from '../phrase-book.ts';
import type { SentenceWords } from '../sentence-words.ts';
import { layerKeys } from './layers.ts';
import type { BodyPart, PcsTables } from './tables.ts';
import type { ProcedureTerm, Region } from './terms.ts';

/** Where the sentence names the part, and what it may be in the tables: four characters each, sides in parentheses. */
export interface PlaceFound {
  readonly first: number;
  readonly end: number;
  readonly values: readonly string[];
}

/** Words that may stand between a procedure and its part. */
const FILLERS = new Set(
  'of the a an in on at to from for and with both left right bilateral l r scan study examination exam was were is taken obtained performed simple plain control doppler contrast enhanced spiral urgent emergency multislice helical high resolution color new level area region total partial complete surgical lesion tumor tumour mass nodule lower upper this that its his her all several multiple two three random small large anterior posterior lateral ap pa portable series without intravenous iv axial selective gadolinium'.split(
    ' ',
  ),
);
const LONGEST = 5;
const BEFORE = 4;
const AFTER = 7;

type Lookup = (first: number, end: number) => readonly string[];

/** The region of an image: words just before ("abdominal ultrasound"), else after ("CT of the head"). */
export function regionNear(
  words: SentenceWords,
  first: number,
  end: number,
  regions: PhraseBook<Region>,
  tables: PcsTables,
  image: string,
): PlaceFound | null {
  return near(words, first, end, (from, to) => regionValues(words, from, to, regions, tables, image));
}

/** What exactly these words are as the region of an image; empty when they are none. */
export function regionValues(
  { stems, norms }: SentenceWords,
  first: number,
  end: number,
  regions: PhraseBook<Region>,
  tables: PcsTables,
  image: string,
): readonly string[] {
  const region = regions.exactly(stems.slice(first, end).filter(Boolean))?.[image];
  return region !== undefined && region.length > 0
    ? region
    : patternsOf(plain(norms, first, end), tables, 'B', image);
}

/** The body part of an operation that leaves it open, among the parts its tables have. */
export function partNear(
  words: SentenceWords,
  first: number,
  end: number,
  tables: PcsTables,
  { section, operation, flags, settings }: Extract<ProcedureTerm, { kind: 'composed' }>,
  listed: boolean,
): PlaceFound | null {
  const { norms } = words;
  const layer = settings.get('layer');
  if (layer !== undefined) {
    const parts = tables.partsOf(section, operation);
    for (const { first: from, end: to, key } of layerKeys(words, first, layer, tables)) {
      const found = parts.get(key);
      if (found !== undefined) return { first: from, end: to, values: withSides(found) };
    }
    return null;
  }
  const lookup: Lookup = (from, to) =>
    patternsOf(plain(norms, from, to), tables, section, operation, flags.has('bone'));
  const found = near(words, first, end, lookup);
  // Under a procedure heading the whole line is the name of the operation.
  if (found !== null || !(flags.has('anywhere') || listed)) return found;
  for (let start = 0; start < norms.length; start++) {
    const part = norms[start] === '' ? null : longest(norms, start, lookup, 1);
    if (part !== null) return part;
  }
  return null;
}

function near({ norms }: SentenceWords, first: number, end: number, lookup: Lookup): PlaceFound | null {
  for (let stop = first; stop > Math.max(0, first - BEFORE); stop--) {
    if (norms[stop - 1] === '') break;
    const found = longest(norms, stop, lookup, -1);
    if (found !== null) return found;
    if (!FILLERS.has(norms[stop - 1] ?? '')) break;
  }
  for (let start = end; start < Math.min(norms.length, end + AFTER); start++) {
    if (norms[start] === '') break;
    const found = longest(norms, start, lookup, 1);
    if (found !== null) return found;
    if (!FILLERS.has(norms[start] ?? '')) break;
  }
  return null;
}

function longest(norms: readonly string[], at: number, lookup: Lookup, direction: 1 | -1): PlaceFound | null {
  for (let length = LONGEST; length > 0; length--) {
    const first = direction === 1 ? at : at - length;
    const end = direction === 1 ? at + length : at;
    if (first < 0 || end > norms.length || norms[first] === '' || norms[end - 1] === '') continue;
    const values = lookup(first, end);
    if (values.length > 0) return { first, end, values };
  }
  return null;
}

function patternsOf(
  words: readonly string[],
  tables: PcsTables,
  section: string,
  operation: string,
  bone = false,
): string[] {
  if (words.some((word) => SIDES.has(word)) && words.length > 1)
    return patternsOf(
      words.filter((word) => !SIDES.has(word)),
      tables,
      section,
      operation,
      bone,
    );
  const parts = tables.partsOf(section, operation);
  const all = tables.anatomy
    .forms(words)
    .flatMap((form) => parts.get(form) ?? parts.get(tables.preferred(form) ?? '') ?? []);
  const bones = bone ? all.filter(({ table }) => !/^.[RS]/.test(table)) : [];
  const [first] = bones.length > 0 ? bones : all;
  // Parts of one form only: a second name of the words is another part.
  const same = all.filter(({ label }) => first !== undefined && keyOf(label) === keyOf(first.label));
  return withSides(same);
}

/** The words without the commas of a list: "chest, abdomen and pelvis". */
function plain(norms: readonly string[], first: number, end: number): string[] {
  return norms.slice(first, end).filter(Boolean);
}

function keyOf(label: string): string {
  return label.replace(/,? ?\b(?:Right|Left|Bilateral)\b/, '');
}

const SIDES = new Set(['left', 'right', 'bilateral', 'both']);

/** `Kidney, Right` and `Kidney, Left` of one table are one pattern with its sides. */
function withSides(parts: readonly BodyPart[]): string[] {
  const byTable = new Map<string, BodyPart[]>();
  for (const part of parts) {
    const list = byTable.get(part.table);
    if (list === undefined) byTable.set(part.table, [part]);
    else list.push(part);
  }
  return [...byTable].flatMap(([table, list]) => {
    const one = list.find(({ side }) => side === null);
    if (one !== undefined) return [table + one.value];
    const value = (side: string): string => list.find((part) => part.side === side)?.value ?? '';
    const [right, left, both] = [value('right'), value('left'), value('bilateral')];
    if (right === '' && left === '') return [table + both];
    return [`${table}(${right}/${left}${both === '' ? '' : `/${both}`})`];
  });
}
