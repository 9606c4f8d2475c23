import type { AsOf } from '../book/book.ts';
import type { Citation } from '../book/citation.ts';
import type { WordsOf } from '../book/release.ts';
import type {
  CodeSpan,
  CodeSystem,
  IndexTable,
  IsoDate,
  NoteKind,
  ScopeKind,
  SourceId,
} from '../book/rows.ts';

export interface ShowOptions {
  /** The day everything is judged on; the newest release when not given. */
  readonly asOf?: IsoDate;
  /** Where to look when two systems have the same characters; else the first that has the code. */
  readonly system?: CodeSystem;
}

/** A code with enough to link to it. */
export interface CodeRef {
  readonly code: string;
  readonly title: string;
  readonly billable: boolean;
}

export type Side = 'left' | 'right' | 'bilateral' | 'unspecified';

export interface PageNote {
  readonly kind: NoteKind;
  readonly text: string;
  /** True when it is written above this code and holds by inheritance. */
  readonly inherited: boolean;
  /** Where it is written: a chapter number, a section id or a code. */
  readonly origin: { readonly scopeKind: ScopeKind; readonly scope: string; readonly title: string };
  /** Codes the note names; each end covers its descendants. */
  readonly codes: readonly CodeSpan[];
  readonly citation: Citation;
}

export interface NoteGroup {
  readonly kind: NoteKind;
  /** As a person reads it: `Excludes1`, `Code first`. */
  readonly label: string;
  readonly notes: readonly PageNote[];
}

/** Where a code stands: above, below and beside it. */
export interface Hierarchy {
  readonly chapter: { readonly chapter: string; readonly title: string } | null;
  readonly section: { readonly section: string; readonly title: string } | null;
  /** From the category down to the direct parent. */
  readonly ancestors: readonly CodeRef[];
  readonly children: readonly CodeRef[];
  readonly siblings: readonly CodeRef[];
  /** The same title on another side. */
  readonly sideVariants: readonly (CodeRef & { readonly side: Side })[];
}

export interface Validity {
  /** First day: the publisher's own for the code, else the first loaded release that has it. */
  readonly from: IsoDate;
  /** Last day; null while the newest loaded release still has it and the publisher gives none. */
  readonly to: IsoDate | null;
  /** Every loaded release of the source, newest first. */
  readonly releases: readonly {
    readonly version: string;
    readonly effective: readonly [IsoDate, IsoDate];
    readonly present: boolean;
    readonly billable: boolean;
  }[];
}

/** A change from one loaded release (`from`) to the next (`to`), by version. */
export interface HistoryEntry {
  readonly from: string;
  readonly to: string;
  readonly change: 'added' | 'deleted' | 'title-revised' | 'became-billable' | 'became-header';
  readonly before?: string;
  readonly after?: string;
}

export interface SeventhCharacterTable {
  /** The code the table is written at. */
  readonly scope: string;
  readonly characters: readonly {
    readonly character: string;
    readonly meaning: string;
    /** Full codes with this character that exist in the release. */
    readonly codes: readonly CodeRef[];
  }[];
  readonly citation: Citation;
}

export interface IndexEntry {
  readonly table: IndexTable;
  /** Main term, then subterms; non-essential modifiers in parentheses. */
  readonly path: readonly string[];
  /** `code`, `manifestation`, or the column of the neoplasm or drug table. */
  readonly role: string;
  readonly citation: Citation;
}

export interface GuidelineMention {
  readonly section: string;
  readonly title: string;
  /** 1-based page of the publisher's PDF. */
  readonly page: number;
  /** The words that name it: `K22.0`, `K20-K31`. */
  readonly mention: string;
  /** How closely: the code itself, a code below it, its category, or a range it falls in. */
  readonly names: 'code' | 'below' | 'category' | 'range';
  readonly citation: Citation;
}

export interface PcsAxis {
  /** 1–7. */
  readonly position: number;
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly definition?: string;
  /** Other values the same table row allows here, with the code each would make. */
  readonly alternatives: readonly { readonly value: string; readonly label: string; readonly code: string }[];
}

export interface PcsReading {
  readonly table: string;
  readonly axes: readonly PcsAxis[];
  readonly citation: Citation;
}

/** Our own page on a procedure number. */
export interface Explainer {
  readonly name: string;
  readonly family: string;
  /** Front matter: related numbers, PCS equivalents, usual diagnoses. */
  readonly fields: Readonly<Record<string, string>>;
  readonly sections: readonly { readonly heading: string; readonly markdown: string }[];
}

/** Everything the book knows of one code. Lists with nothing to say are empty, never absent. */
export interface CodePage {
  readonly found: true;
  readonly system: CodeSystem;
  readonly code: string;
  readonly title: string;
  readonly shortTitle: string | null;
  readonly kind: 'code' | 'modifier';
  readonly billable: boolean;
  readonly source: SourceId;
  readonly version: string;
  readonly edition: 'official' | 'starter';
  readonly starter: boolean;
  /** Versions of the Tabular and the Index that were read where this release has none; null where it has its own. */
  readonly wordsOf: WordsOf;
  /** Anything but `on-date` must be said to the reader. */
  readonly asOf: AsOf;
  readonly hierarchy: Hierarchy;
  readonly validity: Validity;
  readonly history: readonly HistoryEntry[];
  /** What was assigned before the code was new. */
  readonly conversions: readonly {
    readonly effective: IsoDate;
    readonly previous: readonly string[];
    readonly citation: Citation;
  }[];
  readonly notes: readonly NoteGroup[];
  readonly seventhCharacters: SeventhCharacterTable | null;
  readonly index: readonly IndexEntry[];
  /** Exempt from present-on-admission reporting (Guidelines, Appendix I); null where no exempt list is loaded. */
  readonly poaExempt: boolean | null;
  readonly guidelines: readonly GuidelineMention[];
  readonly pcs: PcsReading | null;
  /** What else the publisher's file says of the code, by its own column names. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly explainer: Explainer | null;
  /** Other systems that have the same characters. */
  readonly alsoIn: readonly CodeSystem[];
  readonly citations: readonly Citation[];
}

export interface SuggestedCode extends CodeRef {
  readonly system: CodeSystem;
  /** `one character differs`, `begins the same`. */
  readonly why: string;
}

/** Why there is no page, and what is near. */
export interface NoCodePage {
  readonly found: false;
  readonly code: string;
  readonly reason: 'unknown' | 'not-valid-on-date' | 'not-loaded' | 'before-oldest';
  readonly system?: CodeSystem;
  /** First and last day a loaded release has it, for `not-valid-on-date` and `before-oldest`. */
  readonly validFrom?: IsoDate;
  readonly validTo?: IsoDate;
  readonly suggestions: readonly SuggestedCode[];
}
