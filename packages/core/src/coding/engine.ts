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
  const blobs = release.indexed(codingIndexer);
  if (blobs.size === 0)
    throw new Error(
      `${release.manifest.source} ${release.manifest.version} has no coding tables of version ${codingIndexer.version}: build the book again`,
    );
  const dictionary = new Dictionary(blobs);
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
