import type { Book } from '../../book/book.ts';
import type { Release } from '../../book/release.ts';
import type { IsoDate, SourceId } from '../../book/rows.ts';
import type { NoteDocument } from '../../note/types.ts';
import type { Lexicon } from '../../words/lexicon.ts';
import type { BookUsed, CodedCode, Finding, RejectedCode, Setting } from '../types.ts';
import { LevelTwoCoder } from './level-two-coder.ts';
import { NumberCoder } from './numbers/number-coder.ts';
import { PcsCoder } from './pcs/pcs-coder.ts';

export interface CodedProcedures {
  readonly codes: readonly CodedCode[];
  readonly rejected: readonly RejectedCode[];
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
  },
) => CodedProcedures;

const NOTHING: CodedProcedures = { codes: [], rejected: [], findings: [], book: [] };

/** Releases are prepared when first needed and kept; without one for the date there is nothing to report. */
export function createProcedureCoder(book: Book, lexicon: Lexicon): ProcedureCoder {
  const stays = new Map<Release, PcsCoder>();
  const numbers = new Map<Release, NumberCoder>();
  const drugs = new Map<Release, LevelTwoCoder>();
  return (document, { setting, dateOfService, ancillary }) => {
    const on = (source: SourceId): Release | null => {
      const choice = book.asOf(source, dateOfService);
      return choice.found ? choice.release : null;
    };
    if (setting === 'inpatient') {
      const release = on('icd10pcs');
      const words = lexicon.pcs;
      if (release === null || words === undefined) return NOTHING;
      const coder = kept(stays, release, () => new PcsCoder(release, words));
      return { ...coder.code(document, ancillary), book: [used(release)] };
    }
    const procedures = on('procedures');
    const hcpcs = on('hcpcs');
    const named =
      procedures === null
        ? NOTHING
        : kept(numbers, procedures, () => new NumberCoder(procedures)).code(document);
    const given = hcpcs === null ? [] : kept(drugs, hcpcs, () => new LevelTwoCoder(hcpcs)).code(document);
    return {
      codes: [...named.codes, ...given],
      rejected: named.rejected,
      findings: [],
      book: [procedures, hcpcs].flatMap((release) => (release === null ? [] : [used(release)])),
    };
  };
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
