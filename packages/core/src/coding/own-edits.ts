import { within } from '../book/code-span.ts';
import { runEdits } from '../edits/engine.ts';
import { excludes1 } from '../edits/icd10cm/excludes1.ts';
import { icd10cmEdits } from '../edits/icd10cm/index.ts';
import { manifestationFirst } from '../edits/icd10cm/manifestation-first.ts';
import type { CodeList, Dated } from '../edits/rule.ts';
import type { Finding } from '../findings/finding.ts';
import { type Draft, type Encounter, reject } from './encounter/encounter.ts';

/** A pair is settled one at a time; no note has this many. */
const MOST_ROUNDS = 40;

/**
 * The coder never hands out what its own edits deny. Of two codes that exclude each other one goes to `rejected`; a
 * manifestation without its etiology goes there too. Run before the codes are put in order.
 */
export function keepOwnEdits(encounter: Encounter): Encounter {
  let next = encounter;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { findings } = runEdits([excludes1], listOf(next), dated(next));
    const [found] = findings;
    const carrier = next.drafts[found?.diagnoses[0] ?? -1];
    const named = next.drafts[found?.diagnoses[1] ?? -1];
    if (carrier === undefined || named === undefined) break;
    const loser = loserOf(next, carrier, named);
    next = reject(next, loser, { kind: 'excluded', by: (loser === carrier ? named : carrier).code });
  }
  return next;
}

/** After the order is settled: manifestations that still stand alone. */
export function dropLoneManifestations(encounter: Encounter): Encounter {
  let next = encounter;
  const { findings } = runEdits([manifestationFirst], listOf(encounter), dated(encounter));
  for (const { diagnoses } of findings) {
    const draft = encounter.drafts[diagnoses[0] ?? -1];
    if (draft !== undefined) next = reject(next, draft, { kind: 'no-etiology' });
  }
  return next;
}

/** What the conventions say of the codes handed out, with positions in `codes`. */
export function conventionFindings(encounter: Encounter): ReturnType<typeof runEdits> {
  const { findings, notChecked } = runEdits(icd10cmEdits, listOf(encounter), dated(encounter));
  // The diagnoses stand at the head of `codes`.
  return { findings: findings.map((found): Finding => ({ ...found, lines: found.diagnoses })), notChecked };
}

/**
 * Which of two codes that exclude each other stays. A symptom gives way to a disease; words that are part of the other's
 * words say less; else the code that carries the note gives way, because the note tells what is coded instead of it (Guidelines I.A.12.a: "the code excluded should never be used at the same time as the code above").
 */
function loserOf(encounter: Encounter, carrier: Draft, named: Draft): Draft {
  const tests: readonly ((draft: Draft, other: Draft) => boolean)[] = [
    (draft, other) => draft.code.startsWith('R') && !other.code.startsWith('R'),
    (draft, other) => isPartOf(draft, other) && !isPartOf(other, draft),
  ];
  for (const losesTo of tests) {
    if (losesTo(carrier, named)) return carrier;
    if (losesTo(named, carrier)) return named;
  }
  // Where each excludes the other, the one the note speaks for less gives way.
  return excludes(encounter, named, carrier) && carrier.confidence > named.confidence ? named : carrier;
}

function excludes({ release }: Encounter, carrier: Draft, other: Draft): boolean {
  return release
    .notesFor(carrier.code)
    .some(
      ({ kind, codes }) => kind === 'excludes1' && codes.some(({ from, to }) => within(other.code, from, to)),
    );
}

/** Every place that speaks for a code lies inside a place that speaks for the other. */
function isPartOf(draft: Draft, other: Draft): boolean {
  return draft.supports.every(({ span }) =>
    other.supports.some((wider) => wider.span.start <= span.start && span.end <= wider.span.end),
  );
}

function listOf({ drafts, setting }: Encounter): CodeList {
  return { setting, diagnoses: drafts.map(({ code }) => code) };
}

function dated({ release }: Encounter): Dated {
  return { release: (source) => (source === 'icd10cm' ? release : null) };
}
