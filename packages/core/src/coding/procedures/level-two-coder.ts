import type { CodeId } from '../../book/code-table.ts';
import type { Release } from '../../book/release.ts';
import type { NoteDocument, SectionKind } from '../../note/types.ts';
import { wordsOf } from '../../words/fold.ts';
import type { CodedCode } from '../types.ts';
import { performed } from './performed.ts';
import { sentenceWords, spanOfWords, stemOf } from './sentence-words.ts';

/** A drug's name in the titles; `code` is null where the name alone does not tell which code. */
interface Drug {
  readonly code: CodeId | null;
  readonly words: readonly string[];
}

/** Sections where a drug was ordered for home, is taken at home, or is an allergy. */
const NOT_GIVEN: ReadonlySet<SectionKind> = new Set([
  'medications',
  'allergies',
  'past-medical-history',
  'past-surgical-history',
  'family-history',
  'social-history',
  'history-of-present-illness',
  'indications',
  'instructions',
  'disposition',
]);
const GIVEN = /\b(?:given|administered|injected|received)\b/i;
const ROUTE =
  /\b(?:IM|IV|SC|SQ|subcut\w*|intramuscular\w*|intravenous\w*|subcutaneous\w*|intra-?articular\w*)\b/;
/** Words of a HCPCS title that are not the drug's name. */
const NOT_NAME = new Set(['injection', 'iv', 'shot', 'inj', 'oral']);

/**
 * Drugs of HCPCS Level II (J codes) given in the encounter. Said only when every word of the name stands together in a
 * sentence that tells of giving by needle, and only one code of the release has that name: which of several strengths
 * was drawn up is the pharmacy's to say.
 */
export class LevelTwoCoder {
  readonly #release: Release;
  readonly #drugs = new Map<string, Drug[]>();

  constructor(release: Release) {
    this.#release = release;
    const { codes } = release;
    const named = new Map<string, Drug>();
    for (const code of codes.withPrefix('J')) {
      if (!codes.billable(code) || codes.isModifier(code)) continue;
      const title = codes.title(code);
      const words = nameOf(title);
      const key = words.join(' ');
      if (key.length < 5) continue;
      // A title with a brand in parentheses is that brand's alone.
      named.set(key, { code: named.has(key) || /\([A-Z][a-z]/.test(title) ? null : code, words });
    }
    for (const drug of named.values()) {
      const first = drug.words[0] ?? '';
      const list = this.#drugs.get(first);
      if (list === undefined) this.#drugs.set(first, [drug]);
      else list.push(drug);
    }
  }

  code(document: NoteDocument): CodedCode[] {
    // What is given in the course of an operation or its anesthesia is not charged beside it.
    if (document.sections.some(({ kind }) => kind === 'procedure-description' || kind === 'anesthesia'))
      return [];
    const found = new Map<CodeId, CodedCode>();
    for (const sentence of document.sentences) {
      const section = document.sections[sentence.section];
      if (section !== undefined && NOT_GIVEN.has(section.kind)) continue;
      const said = document.text.slice(sentence.start, sentence.end);
      if (!GIVEN.test(said) || !ROUTE.test(said)) continue;
      const words = sentenceWords(document, sentence);
      for (let at = 0; at < words.stems.length; at++) {
        const drug = this.#longest(words.stems, at);
        if (drug === undefined) continue;
        const first = at;
        at += drug.words.length - 1;
        if (drug.code === null || found.has(drug.code)) continue;
        const span = spanOfWords(words, first, at + 1);
        if (!performed(document, sentence, span, false).performed) continue;
        const { codes } = this.#release;
        const code = codes.code(drug.code);
        found.set(drug.code, {
          system: 'hcpcs',
          code,
          title: codes.title(drug.code),
          role: 'procedure',
          confidence: 0.6,
          billable: true,
          evidence: [
            {
              ...span,
              text: document.text.slice(span.start, span.end),
              section: section?.heading ?? '',
              assertion: 'present',
            },
          ],
          trail: [
            { step: 'title', path: [codes.title(drug.code)], code },
            { step: 'tabular', code, result: 'the only code of this name in the release' },
          ],
          alternatives: [],
          queries: [],
          citations: [this.#release.cite(code)],
        });
      }
    }
    return [...found.values()];
  }

  #longest(stems: readonly string[], at: number): Drug | undefined {
    const candidates = this.#drugs.get(stems[at] ?? '') ?? [];
    return candidates
      .filter(({ words }) => words.every((word, i) => stems[at + i] === word))
      .sort((a, b) => b.words.length - a.words.length)[0];
  }
}

/** The drug's name in a title: `Injection, ketorolac tromethamine, per 15 mg` is ketorolac tromethamine. */
function nameOf(title: string): string[] {
  const parts = title.split(',').map((part) => wordsOf(part).filter((word) => !NOT_NAME.has(word)));
  return (parts.find((part) => part.length > 0) ?? []).map(stemOf);
}
