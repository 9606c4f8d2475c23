import type { Release } from '../../book/release.ts';
import type { Finding } from '../types.ts';
import type { Draft } from './encounter.ts';
import { within } from './sequence.ts';

/**
 * Two codes an Excludes1 note says are never coded together (Guidelines I.A.12.a). A person may overrule it when the
 * two conditions are unrelated, so it is a finding and not a silent removal.
 */
export function excludes1Findings(release: Release, drafts: readonly Draft[]): Finding[] {
  const findings: Finding[] = [];
  const told = new Set<string>();
  drafts.forEach((draft, line) => {
    for (const note of release.notesFor(draft.code)) {
      if (note.kind !== 'excludes1') continue;
      drafts.forEach((other, otherLine) => {
        if (other === draft || !note.codes.some((span) => within(other.code, span.from, span.to))) return;
        // A note above both of them is about neighbours, not about this pair.
        if (note.scopeKind === 'code' && other.code.startsWith(note.scope)) return;
        const pair = [line, otherLine].sort((a, b) => a - b);
        const key = pair.join();
        if (told.has(key)) return;
        told.add(key);
        findings.push({
          rule: 'icd10cm/excludes1',
          verdict: 'deny',
          lines: pair,
          message: `${draft.code} and ${other.code} exclude each other: Excludes1 at ${note.scope} names ${note.codes.map((span) => (span.from === span.to ? span.from : `${span.from}-${span.to}`)).join(', ')}`,
          fix: 'Keep the code of the condition that was treated, or confirm that the two are unrelated.',
          citations: [release.cite(note.scope)],
        });
      });
    }
  });
  return findings;
}
