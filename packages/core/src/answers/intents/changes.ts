import type { SourceId } from '../../book/source.ts';
import { sourceOf } from '../../book/source.ts';
import { intent } from '../intent.ts';
import type { Jobs } from '../jobs.ts';
import type { ReadQuestion } from '../read-question.ts';
import { listed, missed, named, rowOf } from '../say.ts';

const ASKS =
  / (?:change|changes|changed|new|added|deleted|removed|replaced|replace|replacement|revised|revision|previous|previously|before it|old code|history|update|updates|updated|difference|since|predecessor|successor|discontinued|expanded) /;

const SOURCES: readonly (readonly [RegExp, SourceId])[] = [
  [/ (?:pcs|procedure) /, 'icd10pcs'],
  [/ hcpcs /, 'hcpcs'],
  [/ guidelines? /, 'guidelines'],
];

interface Slots {
  readonly code: string | null;
  readonly versions: readonly string[];
}

/** What changed: a code across the loaded releases, or a whole release against the one before it. */
export const changes = intent<Slots>({
  id: 'changes',
  examples: [
    'What changed for M54.5?',
    'new ICD-10-PCS codes in FY2026',
    'What replaced M54.5?',
    'codes deleted between 2025 and 2026',
  ],
  read({ codes, plain, versions }) {
    if (!ASKS.test(plain)) return null;
    const [code, second] = codes;
    if (second !== undefined) return null;
    if (code === undefined && !/ codes? | cm | pcs | release | releases | guidelines? /.test(plain))
      return null;
    if (code === undefined && versions.length === 0 && !/ (?:this year|latest|newest|last year) /.test(plain))
      return null;
    return { slots: { code: code?.code ?? null, versions }, sure: 0.73 };
  },
  answer({ code, versions }, question, jobs) {
    return code === null ? ofRelease(versions, question, jobs) : ofCode(code, jobs);
  },
});

function ofCode(code: string, jobs: Jobs): ReturnType<typeof missed> {
  const page = jobs.page(code);
  if (!page.found) return missed(page, jobs);
  const { history, conversions, validity } = page;
  const releases = jobs.releases(sourceOf(page.system)).map(({ version }) => version);
  const told = history.map(({ from, to, change, before, after }) =>
    before === undefined || after === undefined
      ? `${to}: ${change.replaceAll('-', ' ')} (${from} had it otherwise)`
      : `${to}: ${change.replaceAll('-', ' ')}, “${before}” became “${after}”`,
  );
  const before = conversions.flatMap(
    ({ effective, previous }) => `from ${effective}, before it ${previous.join(', ')}`,
  );
  const citations = [
    ...rowOf(page),
    ...conversions.map(({ citation, effective, previous }) => ({
      ...citation,
      quote: `${page.code}  ${effective}  ${previous.join(', ')}`,
    })),
  ];
  const base = {
    facts: [{ name: 'validFrom', value: validity.from }],
    codes: [page.code, ...conversions.flatMap(({ previous }) => previous)],
    citations,
  };
  if (told.length === 0 && before.length === 0)
    return {
      ...base,
      verdict: { kind: 'no' },
      says: [
        `No change of ${named(page)} in the loaded releases (${releases.join(', ')}); its first day there is ${validity.from}.`,
      ],
    };
  return {
    ...base,
    verdict: { kind: 'value', value: [...told, ...before][0] ?? '' },
    says: [`${named(page)}: ${[...told, ...before].join('; ')}.`, `Loaded releases: ${releases.join(', ')}.`],
  };
}

function ofRelease(
  versions: readonly string[],
  { plain }: ReadQuestion,
  jobs: Jobs,
): ReturnType<typeof missed> {
  const source = SOURCES.find(([cue]) => cue.test(plain))?.[1] ?? 'icd10cm';
  const loaded = jobs.releases(source);
  const names = loaded.map(({ version }) => version);
  const to = versions.at(-1) ?? names[0] ?? '';
  const at = names.indexOf(to);
  const from = versions.length > 1 ? (versions[0] ?? '') : (names[at + 1] ?? '');
  const result = from === '' || at < 0 ? null : jobs.changes(source, from, to);
  if (result === null)
    return {
      verdict: { kind: 'unknown' },
      says: [
        `That needs two releases of ${source} beside each other; loaded: ${names.length === 0 ? 'none' : names.join(', ')}. Load the other one: casebook pull ${source}.`,
      ],
    };
  const wants = (cue: RegExp): boolean => cue.test(plain);
  const all = !wants(/ (?:new|added|deleted|removed|discontinued|revised|revision) /);
  const says: string[] = [];
  const codes: string[] = [];
  const add = (label: string, list: readonly { readonly code: string; readonly title: string }[]): void => {
    says.push(`${list.length} ${label}${list.length === 0 ? '' : `: ${listed(list.map(named), 15)}`}.`);
    codes.push(...list.slice(0, 50).map(({ code }) => code));
  };
  if (all || wants(/ (?:new|added) /)) add('new', result.added);
  if (all || wants(/ (?:deleted|removed|discontinued) /)) add('deleted', result.deleted);
  if (all || wants(/ (?:revised|revision) /))
    add(
      'with a revised title',
      result.revised.map(({ code, after }) => ({ code, title: after })),
    );
  return {
    verdict: { kind: 'codes' },
    says: [`${source} ${result.to} against ${result.from}.`, ...says],
    facts: [
      { name: 'added', value: String(result.added.length) },
      { name: 'deleted', value: String(result.deleted.length) },
      { name: 'revised', value: String(result.revised.length) },
    ],
    codes,
    citations: [result.from, result.to].map((version) => ({
      source: `${source}-release` as const,
      version,
      locator: 'effective dates',
    })),
  };
}
