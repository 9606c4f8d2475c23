import type { Note } from '../../book/release.ts';
import type { Finding } from '../types.ts';
import { type Encounter, type EncounterRule, under } from './encounter.ts';
import { within } from './sequence.ts';

const MANIFESTATION = / in (?:other )?(?:\w+ ){0,3}diseases classified elsewhere/i;
const NEVER_ALONE = /^R65/;
const MOST_NAMED = 8;
/** Tobacco is asked for beside half the book; its own rule reads it. */
const EXPOSURE = /^(?:Z77\.?22|Z87\.?891|Z57\.?31|F17|Z72\.?0|P96\.?81)/;
/** Notes that ask for a code only where the note has something to say. */
const IF_ANY = /if applicable|if known|\bany\b|as applicable|where applicable|associated|such as/i;

/**
 * What the conventions ask of the finished order (Guidelines I.A.13, I.A.17, I.B.7): a manifestation needs its etiology
 * before it, "code first" its underlying condition, "use additional code" its companion. The codes stay: a person
 * decides, since only the provider can supply what the note leaves out.
 */
export const orderFindings: EncounterRule = {
  id: 'order-findings',
  meta: { phase: 'sequence', authority: 'Guidelines I.A.13, I.B.7', after: ['sequence'] },
  apply(encounter) {
    const findings = [
      ...encounter.drafts.flatMap((_, line) => firstFinding(encounter, line)),
      ...additionalFindings(encounter),
    ];
    return findings.length === 0
      ? encounter
      : { ...encounter, findings: [...encounter.findings, ...findings] };
  },
};

function firstFinding({ release, drafts }: Encounter, line: number): Finding[] {
  const draft = drafts[line];
  if (draft === undefined) return [];
  const notes = release.notesFor(draft.code).filter((note) => note.kind === 'codeFirst');
  const manifestation = MANIFESTATION.test(release.codes.title(draft.id));
  if (notes.length === 0 && !manifestation) return [];
  const spans = notes.flatMap((note) => note.codes);
  const etiology = drafts.findIndex(
    (other, at) =>
      at !== line &&
      (spans.some((span) => within(other.code, span.from, span.to)) || (spans.length === 0 && at < line)),
  );
  if (etiology >= 0 && etiology < line) return [];
  const scope = notes[0]?.scope ?? draft.code;
  const citations = [release.cite(scope)];
  const etiologies = spans.slice(0, MOST_NAMED).map(named).join(', ');
  if (manifestation)
    return [
      {
        rule: 'icd10cm/manifestation-first',
        verdict: 'deny',
        lines: [line],
        message: `${draft.code} is a manifestation: the disease that causes it is coded before it${etiologies === '' ? '' : ` (${etiologies})`}`,
        fix: 'Code the underlying disease first, or ask the provider for it.',
        citations,
      },
    ];
  // Most such notes speak of one situation among many; only these never stand without what comes before them.
  if (etiology < 0 && !NEVER_ALONE.test(draft.code)) return [];
  return [
    {
      rule: 'icd10cm/code-first',
      verdict: etiology > line ? 'deny' : 'review',
      lines: etiology > line ? [line, etiology] : [line],
      message:
        etiology > line
          ? `${drafts[etiology]?.code} stands before ${draft.code}: a "code first" note at ${scope}`
          : `${draft.code} follows its underlying condition (${etiologies}), which is not among the codes`,
      fix: 'Put the underlying condition first; ask the provider when the note does not name it.',
      citations,
    },
  ];
}

/**
 * Only notes of the code and its own category: those of a block speak of everything in it. The lines of one note are
 * ways to meet it, so one of them is enough; what several codes of a category ask is asked once.
 */
function additionalFindings({ release, drafts }: Encounter): Finding[] {
  const asked = new Map<string, { lines: number[]; codes: string[] }>();
  drafts.forEach((draft, line) => {
    if (under(draft.code, 'V', 'W', 'X', 'Y')) return;
    const scopes = new Map<string, Note[]>();
    for (const note of release.notesFor(draft.code))
      if (note.kind === 'useAdditionalCode' && note.scopeKind === 'code' && note.codes.length > 0)
        scopes.set(note.scope, [...(scopes.get(note.scope) ?? []), note]);
    for (const [scope, notes] of scopes) {
      const spans = notes.flatMap((note) => note.codes).filter(({ from }) => !EXPOSURE.test(from));
      if (spans.length === 0 || notes.some((note) => IF_ANY.test(note.text))) continue;
      if (drafts.some((other) => spans.some((span) => within(other.code, span.from, span.to)))) continue;
      const known = asked.get(scope);
      if (known === undefined)
        asked.set(scope, { lines: [line], codes: [...new Set(spans.map(named))].slice(0, MOST_NAMED) });
      else known.lines.push(line);
    }
  });
  return [...asked].map(([scope, { lines, codes }]) => ({
    rule: 'icd10cm/use-additional',
    verdict: 'info',
    lines,
    message: `${dotted(scope)} asks for an additional code where documented: ${codes.join(', ')}`,
    fix: 'Add it when the note supports it; ask the provider when it is not documented.',
    citations: [release.cite(scope)],
  }));
}

function dotted(code: string): string {
  return code.length > 3 && !code.includes('.') ? `${code.slice(0, 3)}.${code.slice(3)}` : code;
}

function named({ from, to }: { readonly from: string; readonly to: string }): string {
  return from === to ? from : `${from}-${to}`;
}
