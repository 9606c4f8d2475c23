import type { Release } from '../book/release.ts';
import { assertionOf } from '../note/assertion.ts';
import { attributesOf } from '../note/attributes.ts';
import { readNote } from '../note/read-note.ts';
import type { NoteDocument } from '../note/types.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { type Candidate, CandidateFinder, type Candidates } from './candidates.ts';
import type { PatientFacts } from './completion/axis-words.ts';
import { Completer } from './completion/complete.ts';
import { PatientReadings } from './completion/patient-readings.ts';
import { type Features, featuresOf, type NoteSituation, situationOf } from './confidence.ts';
import { Dictionary } from './dictionary/blobs.ts';
import { codingIndexer } from './indexer.ts';
import { MentionFinder } from './mentions/find-mentions.ts';
import { TermReader } from './mentions/term-reader.ts';
import { StatementReader } from './statement/statement-reader.ts';
import { TabularRequests } from './tabular-requests.ts';

/** One ICD-10-CM release made ready for notes. Loading takes tens of milliseconds; keep it. */
export interface Engine {
  readonly release: Release;
  readonly dictionary: Dictionary;
  readonly lexicon: Lexicon;
  readonly read: (text: string) => NoteDocument;
  readonly candidates: (document: NoteDocument, patient?: PatientFacts) => Candidates;
  readonly situation: (document: NoteDocument, candidates: readonly Candidate[]) => NoteSituation;
  readonly features: (candidate: Candidate, situation: NoteSituation) => Features;
}

/** @throws when the release was built without the `coding` tables this version reads. */
export function engineOf(release: Release, lexicon: Lexicon): Engine {
  // A release without an Index has next to no words of its own: the nearest one's stand in, code by code.
  const { index: wordsIn } = release.words;
  const blobs = wordsIn.indexed(codingIndexer);
  if (blobs.size === 0)
    throw new Error(
      `${wordsIn.manifest.source} ${wordsIn.manifest.version} has no coding tables of version ${codingIndexer.version}: build the book again`,
    );
  const dictionary = new Dictionary(blobs, wordsIn === release ? undefined : codesOf(wordsIn, release));
  const finder = new MentionFinder(dictionary, new TermReader(dictionary, lexicon));
  const completer = new Completer(release, dictionary, lexicon.bodyParts);
  const candidates = new CandidateFinder(
    dictionary,
    finder,
    completer,
    new PatientReadings(release, dictionary),
    new TabularRequests(release),
    new StatementReader(lexicon),
    {
      assertionOf,
      attributesOf,
    },
  );
  return {
    release,
    dictionary,
    lexicon,
    read: (text) => readNote(text, lexicon),
    candidates: (document, patient) => candidates.find(document, patient),
    situation: (document, found) => situationOf(document, found, release.codes),
    features: (candidate, situation) => featuresOf(candidate, situation, release.codes, dictionary),
  };
}

/** Rows of one release's codes as rows of another's; what was split or deleted there is led to the heading that is left. */
function codesOf(from: Release, to: Release): (row: number) => number {
  return (row) => {
    if (row < 0) return row;
    for (const at of [row, ...from.codes.ancestors(row)]) {
      const here = to.codes.find(from.codes.code(at));
      if (here >= 0) return here;
    }
    return -1;
  };
}
