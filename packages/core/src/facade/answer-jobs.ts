import type { CodeForWords, Conflict, Jobs, Passage } from '../answers/jobs.ts';
import { type FindPassages, passageIndex } from '../answers/passages/passages.ts';
import type { Book } from '../book/book.ts';
import type { Release } from '../book/release.ts';
import type { IsoDate } from '../book/rows.ts';
import { sourceOf } from '../book/source.ts';
import type { CodedNote, CodingContext } from '../coding/types.ts';
import { runEdits } from '../edits/engine.ts';
import { icd10cmEdits } from '../edits/icd10cm/index.ts';
import type { Search } from '../search/search.ts';
import { openCitation } from '../show/cite/open-citation.ts';
import { diffReleases } from '../show/diff.ts';
import { showCode } from '../show/show-code.ts';
import type { CodeRef } from '../show/types.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { releasesOf } from './releases.ts';

interface Engines {
  readonly book: Book;
  readonly lexicon: Lexicon;
  readonly code: (text: string, context: CodingContext) => CodedNote;
  readonly search: Search;
}

/** Fewer found codes than this are worth showing beside the coded ones. */
const FOUND = 8;

/** What the answers may ask, over an open book. */
export function answerJobs({ book, lexicon, code, search }: Engines): Jobs {
  const indexes = new Map<Release, FindPassages>();
  const guidelines = (asOf?: IsoDate): Release | null => {
    const choice = book.asOf('guidelines', asOf);
    return choice.found ? choice.release : null;
  };
  const passagesOf = (release: Release): FindPassages => {
    let index = indexes.get(release);
    if (index === undefined) {
      index = passageIndex(release.guidelines(), expansionsOf);
      indexes.set(release, index);
    }
    return index;
  };
  const expansions = new Map<string, string[]>();
  for (const { short, expansion } of lexicon.abbreviations) {
    const key = short.toLowerCase();
    expansions.set(key, [...(expansions.get(key) ?? []), expansion]);
  }
  const expansionsOf = (word: string): readonly string[] => expansions.get(word) ?? [];
  const quoted = (citation: { source: string; version: string; locator: string }) => {
    const opened = openCitation(book, citation);
    return opened.found ? [{ ...opened.citation, quote: opened.quote }] : [];
  };
  return {
    page: (one, asOf, system) =>
      showCode(book, one, {
        ...(asOf === undefined ? {} : { asOf }),
        ...(system === undefined ? {} : { system }),
      }),
    below(one, asOf) {
      const page = showCode(book, one, asOf === undefined ? {} : { asOf });
      if (!page.found) return [];
      const choice = book.asOf(sourceOf(page.system), asOf);
      return choice.found ? descendants(choice.release, page.code) : [];
    },
    codesFor(words, { asOf, setting, sex, age }, systems) {
      const coded = code(words, {
        ...(asOf === undefined ? {} : { dateOfService: asOf }),
        ...(setting === undefined ? {} : { setting }),
        ...(sex === undefined ? {} : { sex }),
        ...(age === undefined ? {} : { age }),
      });
      const { hits } = search(words, {
        limit: FOUND,
        ...(asOf === undefined ? {} : { asOf }),
        ...(systems === undefined ? {} : { systems }),
      });
      return {
        coded: coded.codes.map(
          ({ system, code: own, title, billable, trail, citations }): CodeForWords => ({
            system,
            code: own,
            title,
            billable,
            why: trail.flatMap(stepOf)[0] ?? 'read in the words',
            citations: citations.flatMap(quoted),
          }),
        ),
        found: hits.map(({ system, code: own, title, billable, why }): CodeForWords => {
          const release = book.asOf(sourceOf(system), asOf);
          const citations = release.found ? [{ ...release.release.cite(own), quote: title }] : [];
          return { system, code: own, title, billable, why, citations };
        }),
      };
    },
    conflicts(codes, { asOf, setting }) {
      const dated = {
        release: (source: Parameters<Book['asOf']>[0]) => {
          const choice = book.asOf(source, asOf);
          return choice.found ? choice.release : null;
        },
      };
      const { findings } = runEdits(
        icd10cmEdits,
        { setting: setting ?? 'outpatient', diagnoses: codes },
        dated,
      );
      return findings.map(
        ({ rule, message, fix, citations }): Conflict => ({
          rule,
          message,
          ...(fix === undefined ? {} : { fix }),
          citations: citations.flatMap(quoted),
        }),
      );
    },
    section(section, asOf) {
      const release = guidelines(asOf);
      const row = release?.guidelines(section).find((one) => one.section === section);
      if (release === null || row === undefined) return null;
      const { title, page, text } = row;
      const below = text === '' ? release.guidelines(section).find((one) => one.text !== '') : undefined;
      return {
        section,
        title,
        page,
        text: text === '' ? (below?.text ?? title) : text,
        version: release.manifest.version,
        ownWords: release.manifest.edition === 'starter',
      };
    },
    passages(words, asOf, limit = 3) {
      const release = guidelines(asOf);
      if (release === null) return [];
      const { version, edition } = release.manifest;
      const ownWords = edition === 'starter';
      return passagesOf(release)(words, limit).map(
        ({ section, title, page, text }): Passage => ({ section, title, page, text, version, ownWords }),
      );
    },
    changes(source, from, to) {
      const diff = diffReleases(book, source, from, to);
      return diff.found ? diff : null;
    },
    releases: (source) => releasesOf(book).filter((one) => source === undefined || one.source === source),
    expansions: (short) => expansionsOf(short.toLowerCase()),
    operations(asOf) {
      const choice = book.asOf('icd10pcs', asOf);
      if (!choice.found) return [];
      const { release } = choice;
      const seen = new Set<string>();
      return release.pcsKeys().flatMap(({ axis, term, preferred, definition }) => {
        if (axis !== 'operation' || definition === undefined || seen.has(preferred)) return [];
        seen.add(preferred);
        const citation = { ...release.cite(`${axis}: ${term}`, 'keys'), quote: definition };
        return [{ name: preferred, definition, citation }];
      });
    },
  };
}

function descendants(release: Release, code: string): CodeRef[] {
  const { codes } = release;
  const walk = (id: number): CodeRef[] =>
    codes
      .children(id)
      .flatMap((child) => [
        { code: codes.code(child), title: codes.title(child), billable: codes.billable(child) },
        ...walk(child),
      ]);
  const id = codes.find(code);
  return id < 0 ? [] : walk(id);
}

function stepOf(step: CodedNote['codes'][number]['trail'][number]): string[] {
  if (step.step === 'index') return [`Index: ${step.path.join(' › ')}`];
  if (step.step === 'title' || step.step === 'inclusion') return [`Tabular: ${step.path.join(' › ')}`];
  if (step.step === 'rule') return [step.result];
  return [];
}
