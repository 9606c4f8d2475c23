import type { Evidence, Query } from '../../types.ts';
import type { AxisWord, SaidOfAxes } from './axes.ts';
import type { ProcedureMention } from './find-mentions.ts';

const MOST_EVIDENCE = 5;
/** Characters between two procedures told together. */
const NEAR = 160;

/** Mentions of the same procedure, in the note's order: what one sentence says of an axis holds for all. */
export function groupByPattern(mentions: readonly ProcedureMention[]): Map<string, ProcedureMention[]> {
  const groups = new Map<string, ProcedureMention[]>();
  for (const mention of mentions) {
    const key =
      mention.patterns.length === 0
        ? `${mention.term.key}?`
        : mention.patterns.map((list) => list[0]).join('+');
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [mention]);
    else list.push(mention);
  }
  return groups;
}

/** Told in one breath: within two sentences or so of each other. */
export function together(a: readonly ProcedureMention[], b: readonly ProcedureMention[]): boolean {
  return a.every((one) => b.some((other) => Math.abs(one.span.start - other.span.start) < NEAR));
}

/** The scopes of a note by body system: a sample from the stomach was taken through the gastroscope the note tells of. */
export function scopesOf(mentions: readonly ProcedureMention[]): Map<string, AxisWord> {
  const scopes = new Map<string, AxisWord>();
  for (const { patterns, name } of mentions)
    for (const [pattern = ''] of patterns)
      if (/^0.J.8/.test(pattern) && !scopes.has(pattern.charAt(1)))
        scopes.set(pattern.charAt(1), { value: '8', words: name });
  return scopes;
}

export function mergeSaid(group: readonly ProcedureMention[]): SaidOfAxes {
  const all = Object.assign({}, ...[...group].reverse().map(({ said }) => said)) as SaidOfAxes;
  return {
    ...all,
    label: (options) => {
      for (const { said } of group) {
        const found = said.label?.(options);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}

export function evidenceOf(mentions: readonly ProcedureMention[], text: string): Evidence[] {
  const evidence: Evidence[] = [];
  for (const { span, section } of mentions) {
    if (evidence.length >= MOST_EVIDENCE) break;
    if (evidence.some((known) => span.start < known.end && known.start < span.end)) continue;
    evidence.push({
      start: span.start,
      end: span.end,
      text: text.slice(span.start, span.end),
      section: section?.heading ?? '',
      assertion: 'present',
    });
  }
  return evidence;
}

export function queryFor(name: string, axis: string, options: readonly string[]): Query {
  const listed =
    options.length > 1 && options.length <= 6
      ? ` The tables know: ${options.join('; ')}; or other, or unable to determine.`
      : '';
  return {
    kind: axis === 'side' ? 'laterality' : 'specificity',
    text: `“${name}”: please document the ${axis} as performed.${listed}`,
  };
}
