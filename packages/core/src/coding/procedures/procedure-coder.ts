import type { Book } from '../../book/book.ts';
import type { Release } from '../../book/release.ts';
import type { IsoDate, SourceId } from '../../book/rows.ts';

import type { Finding } from '../../findings/finding.ts';
import type { NoteDocument, NotePatient, SectionKind } from '../../note/types.ts';
import type { Lexicon } from '../../words/lexicon.ts';
import type { BookUsed, CodedCode, RejectedCode, Setting, Unnumbered } from '../types.ts';

import { LevelTwoCoder } from './level-two-coder.ts';
import { NumberCoder } from './numbers/number-coder.ts';
import { PcsCoder } from './pcs/pcs-coder.ts';

export interface CodedProcedures {
  readonly codes: readonly CodedCode[];
  readonly rejected: readonly RejectedCode[];
  readonly unnumbered: readonly Unnumbered[];
  readonly findings: readonly Finding[];
  /** The releases that were read. */
  readonly book: readonly BookUsed[];
}

/** Codes the procedures of a note. A hospital stay reports ICD-10-PCS, every other setting procedure numbers. */
export type ProcedureCoder = (
  document: NoteDocument,
  encounter: {
    readonly setting: Setting;
    readonly dateOfService?: IsoDate | undefined;
    /** Imaging, monitoring and measurement of a stay too. */
    readonly ancillary?: boolean | undefined;
    readonly sex?: 'F' | 'M' | undefined;
    readonly age?: number | undefined;
    readonly patient: NotePatient;
  },
) => CodedProcedures;

const NOTHING: CodedProcedures = { codes: [], rejected: [], unnumbered: [], findings: [], book: [] };

/** Releases are prepared when first needed and kept; without one for the date there is nothing to report. */
export function createProcedureCoder(book: Book, lexicon: Lexicon): ProcedureCoder {
  const stays = new Map<Release, PcsCoder>();
  const numbers = new Map<Release, NumberCoder>();
  const drugs = new Map<Release, LevelTwoCoder>();
  return (document, { setting, dateOfService, ancillary, sex, age, patient }) => {
    const on = (source: SourceId): Release | null => {
      const choice = book.asOf(source, dateOfService);
      return choice.found ? choice.release : null;
    };
    if (setting === 'inpatient') {
      const release = on('icd10pcs');
      const words = lexicon.pcs;
      if (release === null || words === undefined) return NOTHING;
      const coder = kept(stays, release, () => new PcsCoder(release, words));
      return { ...coder.code(document, ancillary), unnumbered: [], book: [used(release)] };
    }
    const procedures = on('procedures');
    const hcpcs = on('hcpcs');
    const operative = patient.operative !== undefined || isOperative(document);
    const years = age === undefined || age < 2 ? (ageOf(patient) ?? age) : age;
    const named =
      procedures === null
        ? NOTHING
        : kept(numbers, procedures, () => new NumberCoder(procedures, hcpcs, lexicon)).code(
            document,
            { sex, age: years },
            operative,
          );
    const basis = hcpcs ?? procedures;
    const given =
      basis === null
        ? []
        : kept(drugs, basis, () => new LevelTwoCoder(procedures, hcpcs, lexicon)).code(
            document,
            years,
            operative,
          );
    return {
      codes: unique([...named.codes, ...given]),
      rejected: named.rejected,
      unnumbered: named.unnumbered,
      findings: [],
      book: [procedures, hcpcs].flatMap((release) => (release === null ? [] : [used(release)])),
    };
  };
}

/** What two readers found is reported once, as the first of them has it. */
function unique(codes: readonly CodedCode[]): CodedCode[] {
  const seen = new Set<string>();
  return codes.filter(({ system, code }) => {
    const known = seen.has(`${system} ${code}`);
    seen.add(`${system} ${code}`);
    return !known;
  });
}

/** A report of an operation: it names what was done and tells it, and assesses nothing. */
function isOperative({ text, sections }: NoteDocument): boolean {
  const kinds = new Set<SectionKind>(sections.map(({ kind }) => kind));
  if (kinds.has('anesthesia') || kinds.has('procedure-description')) return true;
  if (VISIT.some((kind) => kinds.has(kind))) return false;
  return kinds.has('procedure') || OPERATING.test(text);
}

const OPERATING = /\bprepped and draped\b|\b(?:brought|taken) to the operating (?:room|suite)\b/i;

const VISIT: readonly SectionKind[] = [
  'assessment',
  'assessment-and-plan',
  'physical-exam',
  'review-of-systems',
  'vital-signs',
];

/** Years as the note tells them, months as parts of a year: vaccines and infants' procedures turn on them. */
function ageOf({ age }: NotePatient): number | undefined {
  if (age === undefined) return undefined;
  const { value, unit } = age.value;
  return unit === 'year' ? value : unit === 'month' ? value / 12 : unit === 'week' ? value / 52 : value / 365;
}

function kept<T>(known: Map<Release, T>, release: Release, make: () => T): T {
  const made = known.get(release) ?? make();
  known.set(release, made);
  return made;
}

function used({ manifest }: Release): BookUsed {
  return {
    source: manifest.source,
    version: manifest.version,
    edition: manifest.edition,
    effective: manifest.effective,
  };
}
