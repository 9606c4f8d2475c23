import type { SourceId } from '../book/rows.ts';
import type { Finding } from '../findings/finding.ts';
import type { CodeList, Dated, EditRule } from './rule.ts';

export interface Checked {
  readonly findings: readonly Finding[];
  /** Rules that could not run, and the source that must be loaded for them. */
  readonly notChecked: readonly { readonly rule: string; readonly needs: SourceId }[];
}

/** Holds a list of codes to the rules, in the order given. */
export function runEdits(rules: readonly EditRule[], list: CodeList, on: Dated): Checked {
  const findings: Finding[] = [];
  const notChecked: { rule: string; needs: SourceId }[] = [];
  for (const rule of rules) {
    const missing = rule.meta.needs.find((source) => on.release(source) === null);
    if (missing !== undefined) {
      notChecked.push({ rule: rule.id, needs: missing });
      continue;
    }
    rule.check(list, on, ({ message, diagnoses, data, cite }) => {
      const { verdict, says, fix } = rule.meta.messages[message] ?? { verdict: 'review', says: '', fix: '' };
      findings.push({
        rule: rule.id,
        messageId: message,
        verdict,
        message: filled(says, data),
        fix: filled(fix, data),
        lines: [],
        diagnoses,
        data,
        citations: [cite],
      });
    });
  }
  return { findings, notChecked };
}

function filled(text: string, data: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => data[name] ?? '');
}
