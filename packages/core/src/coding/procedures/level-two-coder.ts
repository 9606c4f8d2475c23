import type { CodeId } from '../../book/code-table.ts';
import type { Release } from '../../book/release.ts';
import type { NoteDocument, Span } from '../../note/types.ts';
import type { Lexicon } from '../../words/lexicon.ts';
import type { CodedCode, Evidence, Query, TrailStep } from '../types.ts';
import { administrations } from './drugs/administration.ts';
import { type Dose, unitOfTitle, unitsForDose } from './drugs/dose.ts';
import { type Drug, drugTable } from './drugs/drug-table.ts';
import { drugsGiven, type GivenDrug } from './drugs/drugs-given.ts';
import { vaccineAdministrations, vaccineVisit } from './drugs/vaccine-administration.ts';
import { type GivenVaccine, VaccineReader } from './drugs/vaccines.ts';
import type { PhraseBook } from './phrase-book.ts';

const AUTHORITY = 'our own table of drugs and vaccines (knowledge/lexicon/procedures)';

/**
 * Drugs and vaccines given in the encounter, with the numbers for giving them. Units come from the dose and from what
 * one unit stands for in the title of the loaded file.
 */
export class LevelTwoCoder {
  readonly #numbers: Release | null;
  readonly #levelTwo: Release | null;
  readonly #drugs: PhraseBook<Drug> | null;
  readonly #vaccines: VaccineReader;

  constructor(numbers: Release | null, levelTwo: Release | null, lexicon: Lexicon) {
    this.#numbers = numbers;
    this.#levelTwo = levelTwo;
    this.#drugs = levelTwo === null ? null : drugTable(levelTwo, lexicon.procedures?.drugs ?? []);
    this.#vaccines = new VaccineReader(lexicon.procedures?.vaccines ?? []);
  }

  /** @param operative what is given in the course of an operation or its anesthesia is not charged beside it. */
  code(document: NoteDocument, age: number | undefined, operative: boolean): CodedCode[] {
    const { text } = document;
    if (operative) return [];
    const codes: CodedCode[] = [];
    const given = this.#drugs === null ? [] : drugsGiven(document, this.#drugs);
    for (const own of byCode(given).values()) codes.push(...this.#drug(own, text));
    for (const { number, units, drugs, why } of administrations(given))
      codes.push(...this.#giving(number, units, drugs, why, text));
    const vaccines = this.#vaccines.given(document, age);
    const visit = vaccineVisit(text, age);
    for (const vaccine of vaccines) codes.push(...this.#product(vaccine, text));
    for (const { number, units, vaccines: own, why } of vaccineAdministrations(vaccines, visit))
      codes.push(...this.#giving(number, units, own, why, text));
    return codes;
  }

  #drug(given: readonly GivenDrug[], text: string): CodedCode[] {
    const [first] = given;
    const release = this.#levelTwo;
    if (first === undefined || release === null || first.kind === 'sedation') return [];
    const title = release.codes.title(first.code);
    const code = release.codes.code(first.code);
    const unit = unitOfTitle(title);
    const dose = total(given);
    const units = unit === null || dose === null ? null : unitsForDose(dose, unit);
    const trail: TrailStep[] = [
      { step: 'title', path: [title], code },
      { step: 'rule', rule: 'hcpcs/drug', result: `"${first.name}" is this drug`, authority: AUTHORITY },
    ];
    if (units !== null)
      trail.push({
        step: 'rule',
        rule: 'hcpcs/units',
        result: `the dose makes ${units} unit${units === 1 ? '' : 's'} of what the title calls one`,
        authority: `the title of ${code} in the loaded file`,
      });
    const queries: Query[] =
      units === null && unit !== null && unit.kind !== 'dose'
        ? [{ kind: 'clarification', text: `What dose of ${first.name} was given? The units depend on it.` }]
        : [];
    return [
      coded(release, first.code, given, text, {
        confidence: units === null ? 0.6 : 0.75,
        units: units ?? undefined,
        trail,
        queries,
      }),
    ];
  }

  #product(vaccine: GivenVaccine, text: string): CodedCode[] {
    return this.#numbered(vaccine.number, [vaccine], text, 1, 'a vaccine given at this visit');
  }

  #giving(
    number: string,
    units: number,
    given: readonly (Span & { readonly heading: string })[],
    why: string,
    text: string,
  ): CodedCode[] {
    return this.#numbered(number, given, text, units, why);
  }

  #numbered(
    number: string,
    given: readonly (Span & { readonly heading: string })[],
    text: string,
    units: number,
    why: string,
  ): CodedCode[] {
    const release = /^[A-Z]/.test(number) ? this.#levelTwo : this.#numbers;
    const id = release?.codes.find(number) ?? -1;
    if (release === null || id < 0 || !release.codes.billable(id)) return [];
    const trail: TrailStep[] = [
      { step: 'rule', rule: 'procedures/given', result: why, authority: AUTHORITY },
      { step: 'tabular', code: number, result: 'a number of the loaded release' },
    ];
    return [coded(release, id, given, text, { confidence: 0.75, units, trail, queries: [] })];
  }
}

function byCode(given: readonly GivenDrug[]): Map<CodeId, GivenDrug[]> {
  const groups = new Map<CodeId, GivenDrug[]>();
  for (const drug of given) {
    const list = groups.get(drug.code);
    if (list === undefined) groups.set(drug.code, [drug]);
    else list.push(drug);
  }
  return groups;
}

/** Doses of one drug on one day add up; one that is not said leaves the sum open. */
function total(given: readonly GivenDrug[]): Dose | null {
  const doses = given.flatMap(({ dose }) => (dose === null ? [] : [dose]));
  const [first] = doses;
  if (first === undefined || doses.some(({ kind }) => kind !== first.kind)) return null;
  return { amount: doses.reduce((sum, { amount }) => sum + amount, 0), kind: first.kind };
}

function coded(
  release: Release,
  id: CodeId,
  given: readonly (Span & { readonly heading: string })[],
  text: string,
  more: {
    readonly confidence: number;
    readonly units: number | undefined;
    readonly trail: readonly TrailStep[];
    readonly queries: readonly Query[];
  },
): CodedCode {
  const code = release.codes.code(id);
  return {
    system: release.manifest.source === 'hcpcs' ? 'hcpcs' : 'cpt',
    code,
    title: release.codes.title(id),
    role: 'procedure',
    confidence: more.confidence,
    billable: true,
    ...(more.units === undefined ? {} : { units: more.units }),
    evidence: given.slice(0, 5).map(
      ({ start, end, heading }): Evidence => ({
        start,
        end,
        text: text.slice(start, end),
        section: heading,
        assertion: 'present',
      }),
    ),
    trail: more.trail,
    alternatives: [],
    queries: more.queries,
    citations: [release.cite(code)],
  };
}
