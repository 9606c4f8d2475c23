import type { NoteDocument, SectionKind } from '../../../note/types.ts';
import type { PhraseBook } from '../phrase-book.ts';
import type { SentenceWords } from '../sentence-words.ts';
import type { AxisWord, SaidOfAxes } from './axes.ts';
import { valueSaid } from './label-words.ts';
import type { ProcedureTerm } from './terms.ts';

/** Words of approach (ICD-10-PCS approach definitions); the first that is said counts, so the more telling come first. */
const APPROACHES: readonly (readonly [RegExp, string])[] = [
  [/\bconvert\w* to (?:an )?open\b/i, '0'],
  [
    /\b(?:laparoscop\w*|thoracoscop\w*|videothoracoscop\w*|vats|arthroscop\w*|robot\w*|retroperitoneoscop\w*|lumboscop\w*|keyhole)\b/i,
    '4',
  ],
  [
    /\b(?:transurethral\w*|endoscop\w*|cystoscop\w*|hysteroscop\w*|colonoscop\w*|gastroscop\w*|bronchoscop\w*|transbronchial|ureteroscop\w*|sigmoidoscop\w*|TUR|rectoscop\w*|esophagogastroduodenoscop\w*|EGD)\b/i,
    '8',
  ],
  [
    /\b(?:percutaneous\w*|needle|puncture|FNA|ultrasound[- ]guided|CT[- ]guided|image[- ]guided|tru-?cut|transrectal|endovascular)\b/i,
    '3',
  ],
  [
    /\b(?:open|laparotomy|thoracotomy|lumbotomy|sternotomy|craniotomy|incision\w*|cervicotomy|midline|subcostal|excisional|inguinotomy|median)\b/i,
    '0',
  ],
  [/\b(?:transvaginal\w*|vaginal\w*|transoral\w*|transnasal\w*)\b/i, '7'],
];

/** What an operative report tells when the work was done through ports: the operation's own line may not say it. */
const THROUGH_PORTS =
  /\b(?:trocars?|pneumoperitoneum|insufflat\w+|laparoscope|thoracoscope|arthroscope|(?:5|8|10|11|12)[- ]?mm port|robot (?:was )?docked)\b/i;
const TOLD_AS_OPEN = /\b(?:convert\w* to (?:an )?open)\b/i;
const OPERATION: ReadonlySet<SectionKind> = new Set([
  'procedure',
  'title',
  'procedure-description',
  'anesthesia',
]);

/** The approach a report as a whole tells of (approach definitions); undefined outside operative reports. */
export function approachOfReport(document: NoteDocument): AxisWord | undefined {
  const texts = document.sections
    .filter(({ kind }) => OPERATION.has(kind))
    .map(({ start, end }) => document.text.slice(start, end));
  if (texts.length === 0) return undefined;
  const report = texts.join('\n');
  const open = TOLD_AS_OPEN.exec(report);
  if (open !== null) return { value: '0', words: open[0] };
  const named = /\b(?:laparoscopic\w*|thoracoscopic\w*|arthroscopic\w*|robotic\w*|VATS)\b/i.exec(
    texts[0] ?? '',
  );
  const ports = named ?? THROUGH_PORTS.exec(report);
  return ports === null ? undefined : { value: '4', words: ports[0] };
}

const CONTRAST: readonly (readonly [RegExp, string])[] = [
  [/\b(?:without (?:intravenous |iv )?contrast|non-?contrast|unenhanced|plain)\b/i, 'Z'],
  [/\b(?:iohexol|iopamidol|iodixanol|ioversol|iopromide|omnipaque|visipaque|isovue|low[- ]osmolar)\b/i, '1'],
  [
    /\b(?:gadolinium|angiogra\w*|CTA|MRA|gadobut\w*|contrast[- ]enhanced|with (?:intravenous |iv |oral |oral and iv )?contrast|after contrast|IV contrast|intravenous contrast)\b/i,
    'Y',
  ],
];
const TECHNETIUM = /\b(?:technetium|tc-?\s?99m?|99m?-?tc)\b/i;

/**
 * What the sentence says of the axes a procedure leaves open.
 * @param labelWords what reports call the devices of the labels
 * @param report the approach of the whole report, for an operation whose own sentence names none
 */
export function saidOfAxes(
  words: SentenceWords,
  term: ProcedureTerm,
  labelWords: PhraseBook<string>,
  report?: AxisWord,
): SaidOfAxes {
  const { document, sentence, stems } = words;
  const text = document.text.slice(sentence.start, sentence.end);
  if (term.kind === 'imaging') return only('contrast', firstOf(CONTRAST, text));
  const approach = firstOf(APPROACHES, text) ?? (term.flags.has('open') ? report : undefined);
  const said = new Set(stems);
  for (let at = 0; at < stems.length; at++) {
    const meant = labelWords.longestAt(stems, at);
    if (meant !== null) said.add(meant.value);
  }
  const technetium = TECHNETIUM.exec(text);
  const drain = /\b(?:drainage (?:tube|catheter)|drain(?:s)?|catheter|pigtail|tube|redon|penrose)\b/i.exec(
    text,
  );
  const diagnostic = /\b(?:diagnostic|cytolog\w*|analys[ie]s|sample\w*|culture[sd]?|stud(?:y|ied))\b/i.exec(
    text,
  );
  return {
    ...only('approach', approach),
    ...only('contrast', firstOf(CONTRAST, text)),
    ...only('duration', term.flags.has('hours') ? durationIn(text) : undefined),
    ...only(
      'drain',
      drain !== null && term.flags.has('drain')
        ? { value: '0', words: drain[0] }
        : technetium !== null && term.kind === 'named'
          ? { value: '1', words: technetium[0] }
          : undefined,
    ),
    ...only('diagnostic', diagnostic === null ? undefined : { value: 'X', words: diagnostic[0] }),
    ...only('vein', veinIn(text)),
    label: (options) => valueSaid(options, said, text),
  };
}

function only<K extends keyof SaidOfAxes>(key: K, word: AxisWord | undefined): Partial<Record<K, AxisWord>> {
  return word === undefined ? {} : ({ [key]: word } as Record<K, AxisWord>);
}

function firstOf(table: readonly (readonly [RegExp, string])[], text: string): AxisWord | undefined {
  for (const [pattern, value] of table) {
    const found = pattern.exec(text);
    if (found !== null) return { value, words: found[0] };
  }
  return undefined;
}

/** Consecutive hours of ventilation (tables 5A0 and 5A1): under 24, 24 to 96, over 96. */
function durationIn(text: string): AxisWord | undefined {
  const found = /\b(\d{1,4}(?:\.\d+)?)[\s-]*(?:consecutive )?(hours?|hrs?|h|days?)\b/i.exec(text);
  if (found === null) return undefined;
  const hours = Number(found[1]) * (found[2]?.toLowerCase().startsWith('d') === true ? 24 : 1);
  return { value: hours < 24 ? '3' : hours <= 96 ? '4' : '5', words: found[0] };
}

function veinIn(text: string): AxisWord | undefined {
  const found = /\b(?:central (?:line|vein|venous)|peripheral (?:line|vein|iv))\b/i.exec(text);
  return found === null
    ? undefined
    : { value: found[0].toLowerCase().startsWith('c') ? '4' : '3', words: found[0] };
}
