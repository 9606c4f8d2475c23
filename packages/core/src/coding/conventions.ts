import { escaped } from '../words/escaped.ts';
import type { ConventionTable, Lexicon } from '../words/lexicon.ts';
import { saidRows } from './said-rows.ts';

/** What a coder knows beyond the books, from `knowledge/conventions`: every row has its authority there. */
export interface Conventions {
  /** Symptoms that belong to a disease (Guidelines I.B.5). */
  readonly integralSymptoms: readonly {
    readonly of: readonly string[];
    readonly symptoms: readonly string[];
  }[];
  /** The same condition said less precisely (I.B.2). */
  readonly saysLess: readonly { readonly general: readonly string[]; readonly to: readonly string[] }[];
  readonly neoplasmHistory: readonly StemsToCode[];
  readonly familyHistory: readonly StemsToCode[];
  readonly pastConditions: readonly {
    readonly words: RegExp;
    /** The same said as past without "history of": "prior DVT", "TIA 2019". */
    readonly dated: RegExp;
    readonly code: string;
    readonly active: readonly string[];
  }[];
  readonly polypSegments: readonly WordsToCode[];
  readonly ulcerSites: readonly WordsToCode[];
  /** Rows of `pastConditions` and `pastProcedures` that a text may speak of. */
  readonly pastConditionsIn: (text: string) => readonly number[];
  readonly pastProceduresIn: (text: string) => readonly number[];
  readonly sites: readonly { readonly site: string; readonly words: RegExp }[];
  readonly dementiaCauses: readonly string[];
  readonly urinarySymptoms: readonly WordsToCode[];
  readonly valves: readonly { readonly valve: string; readonly stems: readonly string[] }[];
  readonly valveCombinations: ReadonlyMap<string, string>;
  readonly dueTo: readonly (WordsToCode & {
    readonly instead: readonly string[];
    readonly beside: readonly string[];
  })[];
  readonly strokeDeficits: readonly StemsToCode[];
  readonly infarctVessels: readonly WordsToCode[];
  /** Any vaccine, at every place. */
  readonly vaccines: RegExp;
  readonly pastProcedures: readonly (WordsToCode & {
    /** What is still there to be seen, unlike an organ that is gone. */
    readonly device: boolean;
  })[];
}

interface StemsToCode {
  readonly stems: readonly string[];
  readonly code: string;
}
interface WordsToCode {
  readonly words: RegExp;
  readonly code: string;
}

const HISTORY =
  '(?:personal history of|past (?:medical )?history of|(?<!family )(?<!no )history of|(?<!family )hx of|h/o|status post)';

const read = new WeakMap<Lexicon, Conventions>();

/** The tables as the rules use them; read once for a lexicon. */
export function conventionsOf(lexicon: Lexicon): Conventions {
  const known = read.get(lexicon);
  if (known !== undefined) return known;
  const made = conventionsFrom(lexicon);
  read.set(lexicon, made);
  return made;
}

function conventionsFrom({ conventions = new Map() }: Lexicon): Conventions {
  const rows = (name: string): ConventionTable => conventions.get(name) ?? [];
  return {
    integralSymptoms: rows('integral-symptoms').map(([of = '', symptoms = '']) => ({
      of: stems(of),
      symptoms: stems(symptoms),
    })),
    saysLess: rows('says-less').map(([general = '', to = '']) => ({
      general: stems(general),
      to: stems(to),
    })),
    neoplasmHistory: rows('neoplasm-history').map(stemsToCode),
    familyHistory: rows('family-history').map(stemsToCode),
    pastConditions: rows('past-conditions').map(([words = '', code = '', active = '']) => ({
      words: new RegExp(
        `\\b${HISTORY} (?:(?:a|an|prior|previous|remote|multiple|old) )?(?:${phrases(words)})\\b`,
        'gi',
      ),
      dated: new RegExp(
        `\\b(?:(?:prior|previous|remote|old) (?:${phrases(words)})\\b|(?:${phrases(words)}),? (?:(?:in|from|on|back in) )?(?:[A-Z][a-z]{2,8}\\.? )?(?<year>(?:19|20)\\d\\d)\\b)`,
        'gi',
      ),
      code,
      active: stems(active),
    })),
    pastConditionsIn: saidRows(rows('past-conditions').map(([words = '']) => words)),
    pastProceduresIn: saidRows(rows('past-procedures').map(([words = '']) => words)),
    polypSegments: rows('polyp-segments').map(wordsToCode),
    ulcerSites: rows('ulcer-sites').map(wordsToCode),
    sites: rows('sites').map(([site = '', words = '']) => ({ site, words: said(words) })),
    dementiaCauses: rows('dementia-causes').map(([stem = '']) => stem),
    urinarySymptoms: rows('urinary-symptoms').map(([words = '', code = '']) => ({
      words: everySaid(words),
      code,
    })),
    dueTo: rows('due-to').map(([condition = '', cause = '', code = '', instead = '', beside = '']) => ({
      words: causeSaid(condition, cause),
      code,
      instead: stems(instead),
      beside: beside === '-' ? [] : stems(beside),
    })),
    strokeDeficits: rows('stroke-deficits').map(stemsToCode),
    infarctVessels: rows('infarct-vessels').map(([words = '', code = '']) => ({
      words: new RegExp(
        `\\b(?:culprit|occlu\\w+|stent\\w*|thrombosis)\\b[^.;]{0,25}\\b(?:${phrases(words)})\\b|\\b(?:${phrases(words)})\\b[^.;]{0,15}\\b(?:culprit|occlu\\w+|STEMI)\\b`,
        'gi',
      ),
      code,
    })),
    vaccines: everySaid(
      rows('vaccines')
        .map(([words = '']) => words)
        .join(';') || ' ',
    ),
    pastProcedures: rows('past-procedures').map(([words = '', code = '', kind = '']) => ({
      words: everySaid(words),
      code,
      device: kind === 'device',
    })),
    valves: rows('valves').map(([valve = '', of = '']) => ({ valve, stems: stems(of) })),
    valveCombinations: new Map(
      rows('valve-combinations').map(([valves = '', code = '']) => [valves, code] as const),
    ),
  };
}

function stemsToCode([from = '', code = '']: readonly string[]): StemsToCode {
  return { stems: stems(from), code };
}

function wordsToCode([words = '', code = '']: readonly string[]): WordsToCode {
  return { words: said(words), code };
}

function stems(cell: string): string[] {
  return cell.split(' ').filter(Boolean);
}

/** Any of the phrases of a cell as whole words; longer ones first, so that the longest is what a match quotes. */
function said(cell: string): RegExp {
  return new RegExp(`\\b(?:${phrases(cell)})\\b`, 'i');
}

/** The same at every place. */
function everySaid(cell: string): RegExp {
  return new RegExp(`\\b(?:${phrases(cell)})\\b`, 'gi');
}

/** A condition and, within a few words of one clause, one of its causes; `~` is up to five words. */
function causeSaid(condition: string, cause: string): RegExp {
  const any = (cell: string): string =>
    cell
      .split('|')
      .map((phrase) => escaped(phrase.trim()).replace(/~ ?/g, '(?:[\\w-]+ ){0,5}?'))
      .join('|');
  return new RegExp(`\\b(?:${any(condition)})\\b[,]? ?(?:\\(?)(?:${any(cause)})(?!\\w)`, 'gi');
}

function phrases(cell: string): string {
  return cell
    .split(';')
    .map((phrase) => escaped(phrase.trim()))
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
    .join('|');
}
