import type { AsOf } from '../book/book.ts';
import type { CodeId } from '../book/code-table.ts';
import type { Candidate, Support } from './candidates.ts';
import { confidenceOf, strongest } from './confidence.ts';
import { model } from './confidence-model.ts';
import { birthRecord, patientFacts, resolveContext } from './context.ts';
import { dateFindings } from './date-findings.ts';
import { documentStyle } from './document-style.ts';
import type { Draft, Encounter, EncounterRule, Rejection } from './encounter/encounter.ts';
import { wordsOf } from './encounter/rejection.ts';
import { encounterRules } from './encounter/rules.ts';
import { asStated, isLeftOver, isStatedDiagnosis, namesOnlyDrugs } from './encounter/stated-diagnosis.ts';
import { countedSupports, whyNotCounted } from './encounter/uncertain.ts';
import type { Engine } from './engine.ts';
import { incompleteFindings } from './incomplete-findings.ts';
import { conventionFindings, dropLoneManifestations, keepOwnEdits } from './own-edits.ts';
import type { ProcedureCoder } from './procedures/procedure-coder.ts';
import { alternativesFor, fewQueries, queriesFor } from './queries.ts';
import { citationsOf, tabularStep, walkTrail } from './trail.ts';
import type { CodedCode, CodedNote, CodingContext, Evidence, RejectedCode } from './types.ts';

const MOST_EVIDENCE = 5;
const MOST_REJECTED = 40;
const WIDEST_REJECTED = 6;

/** The whole pipeline on one note: candidates, setting, confidence, encounter rules, and the explained result. */
export function codeNote(
  engine: Engine,
  asOf: AsOf,
  text: string,
  given: CodingContext,
  procedures: ProcedureCoder,
  rules: readonly EncounterRule[] = encounterRules,
): Omit<CodedNote, 'elapsedMs'> {
  const { release } = engine;
  const document = engine.read(text);
  const { context, setting, patient } = resolveContext(document, given);
  const facts = patientFacts(document, context, patient);
  const { candidates, incomplete } = engine.candidates(document, facts);
  const situation = engine.situation(document, candidates);
  const drafts: Draft[] = [];
  const weak: Draft[] = [];
  const rejected: Rejection[] = [];
  for (const candidate of candidates) {
    const code = release.codes.code(candidate.code);
    const counted = countedSupports(candidate.supports, setting, code);
    if (counted.length === 0) {
      if (worthRejecting(candidate))
        rejected.push({
          id: candidate.code,
          why: whyNotCounted(candidate.supports, setting),
          supports: candidate.supports,
        });
      continue;
    }
    const confidence = confidenceOf(engine.features(candidate, situation), model);
    const draft: Draft = { id: candidate.code, code, confidence, supports: counted, trail: [] };
    if (isStatedDiagnosis(draft, situation.style, document)) drafts.push(asStated(draft));
    else if (
      confidence >= model.thresholds[situation.style] &&
      !isLeftOver(counted) &&
      !(situation.style === 'sectioned' && namesOnlyDrugs(counted))
    )
      drafts.push(draft);
    else {
      weak.push(draft);
      const past = counted.some(({ assertion }) => assertion.assertion === 'historical');
      if (past && situation.style === 'sectioned' && worthRejecting(candidate))
        rejected.push({
          id: candidate.code,
          why: {
            kind: candidate.supports.some(({ assertion }) => assertion.assertion === 'negated')
              ? 'negated'
              : 'historical',
          },
          supports: candidate.supports,
        });
    }
  }
  let encounter: Encounter = {
    release,
    lexicon: engine.lexicon,
    document,
    context,
    setting,
    style: documentStyle(document),
    operative: patient.operative !== undefined,
    gestation: facts.state === 'newborn' || facts.state === 'postpartum' ? undefined : patient.gestation,
    state: facts.state,
    birth: birthRecord(document, context, patient),
    drafts,
    weak,
    rejected,
    findings: [],
    indexLineOf: ({ selected: { mention } }) =>
      mention.entry >= 0 && engine.dictionary.kind(mention.entry) === 'index'
        ? release.indexLine(engine.dictionary.sources[mention.entry] ?? -1)
        : null,
  };
  for (const rule of rules) {
    if (rule.meta.phase === 'sequence') encounter = keepOwnEdits(encounter);
    encounter = rule.apply(encounter);
  }
  encounter = dropLoneManifestations(encounter);
  const conventions = conventionFindings(encounter);
  const byTokens = rivalsByTokens(candidates);
  const diagnoses = fewQueries(encounter.drafts.map((draft) => present(engine, draft, text, byTokens)));
  const done = procedures(document, { ...context, setting, ancillary: given.ancillary, patient });
  return {
    context,
    book: [
      {
        source: release.manifest.source,
        version: release.manifest.version,
        edition: release.manifest.edition,
        effective: release.manifest.effective,
      },
      ...done.book,
    ],
    codes: [...diagnoses, ...done.codes.map((code) => ({ by: 'table' as const, ...code }))],
    rejected: [...presentRejected(engine, encounter, text), ...done.rejected],
    unnumbered: done.unnumbered,
    findings: [
      ...dateFindings(release, asOf, given.dateOfService),
      ...encounter.findings,
      ...incompleteFindings(release, document, incomplete, encounter.drafts),
      ...conventions.findings,
      ...done.findings,
    ],
    notChecked: conventions.notChecked,
  };
}

/** Only a clear reading of a condition's words is worth saying no to. */
function worthRejecting({ supports }: Candidate): boolean {
  return supports.some(
    ({ rank, selected: { overlap, mention } }) => rank === 0 && overlap < 1 && mention.gap <= WIDEST_REJECTED,
  );
}

type Rivals = ReadonlyMap<string, readonly CodeId[]>;

function rivalsByTokens(candidates: readonly Candidate[]): Rivals {
  const rivals = new Map<string, CodeId[]>();
  for (const { code, supports } of candidates) {
    for (const { selected } of supports) {
      const key = `${selected.mention.sentence}:${selected.mention.tokens.join()}`;
      const list = rivals.get(key);
      if (list === undefined) rivals.set(key, [code]);
      else if (!list.includes(code)) list.push(code);
    }
  }
  return rivals;
}

function present(engine: Engine, draft: Draft, text: string, rivals: Rivals): CodedCode {
  const { release, dictionary } = engine;
  // Words that only a rule reads have no way through the Index to show.
  const best = strongest(draft.supports.filter((support) => support.selected.mention.entry >= 0));
  const key =
    best === undefined ? '' : `${best.selected.mention.sentence}:${best.selected.mention.tokens.join()}`;
  return {
    system: 'icd10cm',
    code: draft.code,
    title: release.codes.title(draft.id),
    role: draft.role ?? 'secondary',
    confidence: Math.round(draft.confidence * 1000) / 1000,
    by: draft.trail.some(({ step }) => step === 'rule') ? 'rule' : 'model',
    billable: release.codes.billable(draft.id),
    evidence: evidenceOf(draft.supports, best, text),
    trail: [
      ...(best === undefined ? [] : walkTrail(release, dictionary, best)),
      ...draft.trail,
      tabularStep(release, draft.code),
    ],
    alternatives: alternativesFor(release.codes, draft.id, rivals.get(key) ?? []),
    queries: queriesFor(release.codes, draft.id, best ?? draft.supports[0], text),
    citations: citationsOf(release, dictionary, draft.code, best),
  };
}

/** The strongest place first, then the others as they stand in the note; overlapping ones say nothing new. */
function evidenceOf(supports: readonly Support[], best: Support | undefined, text: string): Evidence[] {
  const ordered = [...supports].sort((a, b) =>
    a === best ? -1 : b === best ? 1 : a.span.start - b.span.start || b.span.end - a.span.end,
  );
  const evidence: Evidence[] = [];
  for (const { span, heading, assertion } of ordered) {
    if (evidence.length >= MOST_EVIDENCE) break;
    if (evidence.some((known) => span.start < known.end && known.start < span.end)) continue;
    evidence.push({
      start: span.start,
      end: span.end,
      text: text.slice(span.start, span.end),
      section: heading,
      assertion: assertion.assertion,
    });
  }
  return evidence;
}

function presentRejected({ release }: Engine, encounter: Encounter, text: string): RejectedCode[] {
  const chosen = new Set(encounter.drafts.map((draft) => draft.id));
  return encounter.rejected
    .filter((rejection) => !chosen.has(rejection.id))
    .map(({ id, why, supports }) => ({
      code: release.codes.code(id),
      title: release.codes.title(id),
      why: wordsOf(why),
      evidence: evidenceOf(supports, supports[0], text),
    }))
    .sort((a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0) || a.code.localeCompare(b.code))
    .slice(0, MOST_REJECTED);
}
