import type { Release } from '../../../book/release.ts';
import type { NoteDocument, Span } from '../../../note/types.ts';
import type { Lexicon } from '../../../words/lexicon.ts';
import type { CodedCode, Evidence, Query, RejectedCode, TrailStep, Unnumbered } from '../../types.ts';
import { type Chosen, choose } from './choose.ts';
import { type Hit, matchRows } from './match-rows.ts';
import { NoteFacts, type Person } from './note-facts.ts';
import { placesOf } from './places.ts';
import { type ProcedureBook, procedureBook } from './procedure-book.ts';
import { type ProcedureRow, unitsOf } from './procedure-row.ts';
import { sideModifiers } from './side-modifiers.ts';
import { unnumberedIn } from './unnumbered.ts';

export interface NumberedProcedures {
  readonly codes: readonly CodedCode[];
  readonly rejected: readonly RejectedCode[];
  readonly unnumbered: readonly Unnumbered[];
  /** Where something was read, reported or not. */
  readonly read: readonly Span[];
}

const AUTHORITY = 'our own procedure table (knowledge/starter/README.md)';
const MOST_EVIDENCE = 5;

/**
 * Procedure numbers by our own table: words that stand together where a procedure is named, told or said to be done
 * here and now; the row's needs decide between siblings; a fuller number includes the lesser ones of its family.
 */
export class NumberCoder {
  readonly #release: Release;
  readonly #levelTwo: Release | null;
  readonly #book: ProcedureBook;

  constructor(release: Release, levelTwo: Release | null, lexicon: Lexicon) {
    this.#release = release;
    this.#levelTwo = levelTwo;
    this.#book = procedureBook(release, lexicon);
  }

  code(document: NoteDocument, person: Person, operative: boolean): NumberedProcedures {
    const places = placesOf(document, this.#book.concepts, operative);
    const facts = new NoteFacts(document, places, person, this.#book);
    const hits = matchRows(this.#book, facts, operative);
    const { chosen, dropped } = choose(this.#book, hits);
    const beside = this.#beside(chosen, facts);
    const codes = [...chosen, ...beside.filter((row) => !chosen.some((one) => one.row === row.row))]
      .flatMap((one) => this.#present(one, facts) ?? [])
      .sort(
        (a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0) || a.code.localeCompare(b.code),
      );
    const rejected = dropped.flatMap(({ row, hits: own, why }): RejectedCode[] => {
      const title = this.#titleOf(row);
      return title === null
        ? []
        : [{ code: row.number, title, why, evidence: evidenceOf(own, document.text) }];
    });
    const read = hits.map(({ span }) => span);
    return { codes, rejected, unnumbered: unnumberedIn(document, places, read), read };
  }

  /** Add-on numbers and what only the report tells, at the mention of the number they stand beside. */
  #beside(chosen: readonly Chosen[], facts: NoteFacts): Chosen[] {
    const found: Chosen[] = [];
    for (const row of this.#book.beside) {
      const primary = [...chosen, ...found].find((one) => row.after.includes(one.row.number));
      const [first] = primary?.hits ?? [];
      if (primary === undefined || first === undefined) continue;
      const met: string[] = [];
      const holds = row.needs.every((condition) => {
        const answer = facts.met(condition, first.place);
        if (answer === 'said') met.push(condition.written);
        return answer !== 'no';
      });
      if (!holds || row.not.some((condition) => facts.forbids(condition, first.place))) continue;
      found.push({
        row,
        hits: [{ ...first, row, met, written: `beside ${primary.row.number}`, score: met.length }],
      });
    }
    return found;
  }

  #present(chosen: Chosen, facts: NoteFacts): CodedCode | null {
    const { row, hits } = chosen;
    const [best] = hits;
    const release = this.#releaseOf(row);
    if (best === undefined || release === null) return null;
    const id = release.codes.find(row.number);
    if (id < 0 || !release.codes.billable(id)) return null;
    const units = amountOf(row, hits, facts);
    const modifiers = sideModifiers(row.side, hits, facts);
    const trail: TrailStep[] = [{ step: 'index', path: [best.written], code: row.number }];
    for (const need of best.met)
      trail.push({
        step: 'rule',
        rule: 'procedures/needs',
        result: `the note says: ${need}`,
        authority: AUTHORITY,
      });
    if (units !== null && row.units !== null)
      trail.push({
        step: 'rule',
        rule: 'procedures/units',
        result: `${units.amount} ${row.units.measure}: ${units.units} unit${units.units === 1 ? '' : 's'}`,
        authority: AUTHORITY,
      });
    trail.push({
      step: 'tabular',
      code: row.number,
      result:
        release === this.#release
          ? 'a number of the loaded procedures release'
          : 'a code of the loaded HCPCS release',
    });
    return {
      system: release === this.#release ? 'cpt' : 'hcpcs',
      code: row.number,
      title: release.codes.title(id),
      role: 'procedure',
      confidence: confidenceOf(best, hits.length),
      billable: true,
      ...(modifiers.length > 0 ? { modifiers } : {}),
      ...(units === null ? {} : { units: units.units }),
      evidence: evidenceOf(hits, facts.document.text),
      trail,
      alternatives: [],
      queries: queriesOf(row, modifiers),
      citations: [release.cite(row.number)],
    };
  }

  #releaseOf({ number }: ProcedureRow): Release | null {
    return /^[A-Z]/.test(number) ? this.#levelTwo : this.#release;
  }

  #titleOf(row: ProcedureRow): string | null {
    const release = this.#releaseOf(row);
    const id = release?.codes.find(row.number) ?? -1;
    return release === null || id < 0 ? null : release.codes.title(id);
  }
}

function amountOf(
  row: ProcedureRow,
  hits: readonly Hit[],
  facts: NoteFacts,
): { readonly amount: number; readonly units: number } | null {
  if (row.units === null) return null;
  const [best] = hits;
  if (best === undefined) return null;
  if (row.units.measure === 'mentions') {
    const named = hits.filter(({ named }) => named);
    const amount = new Set((named.length > 0 ? named : hits).map(({ place }) => place)).size;
    return { amount, units: unitsOf(row.units, amount) };
  }
  const amount = facts.measure(row.units.measure, best.place);
  return amount === undefined ? null : { amount, units: unitsOf(row.units, amount) };
}

function confidenceOf({ named, score }: Hit, hits: number): number {
  const value = (named ? 0.82 : 0.68) + Math.min(0.08, 0.02 * score) + (hits > 1 ? 0.03 : 0);
  return Math.round(value * 1000) / 1000;
}

function queriesOf({ side, number }: ProcedureRow, modifiers: readonly string[]): Query[] {
  if (side === '' || side === 'pair' || modifiers.length > 0) return [];
  const what = side === 'side' ? 'side' : `side and ${side}`;
  return [
    {
      kind: 'laterality',
      text: `Which ${what} was treated? The note does not settle it, so ${number} stands without its modifier.`,
    },
  ];
}

function evidenceOf(hits: readonly Hit[], text: string): Evidence[] {
  const evidence: Evidence[] = [];
  for (const { span, place } of hits) {
    if (evidence.length >= MOST_EVIDENCE) break;
    if (evidence.some((known) => known.start < span.end && span.start < known.end)) continue;
    evidence.push({
      start: span.start,
      end: span.end,
      text: text.slice(span.start, span.end),
      section: place.heading,
      assertion: 'present',
    });
  }
  return evidence;
}
