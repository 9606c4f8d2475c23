import type { CodeId } from '../../book/code-table.ts';
import type { Dictionary } from '../dictionary/blobs.ts';
import { MAIN_TERM, RESIDUAL, UNSPECIFIED } from '../dictionary/entry.ts';
import type { Mention } from './find-mentions.ts';

/** A mention that stands, and how it stands among the others of its sentence. */
export interface SelectedMention {
  readonly mention: Mention;
  /** Place among mentions of exactly the same tokens: 0 is the reading the Index prefers. */
  readonly rank: number;
  /** How many codes those tokens lead to. */
  readonly rivals: number;
  /** Share of its tokens that stronger mentions also use. */
  readonly overlap: number;
  /**
   * What it does not share names a finding by itself ("type 2 diabetes with neuropathy and retinopathy"), or the
   * Tabular asks for it beside what it shares words with.
   */
  readonly ownFinding: boolean;
}

const MOST_RIVALS = 8;
const LEAST_MASS_OF_A_RIVAL = 0.7;
const KIND_TRUST = {
  index: 0,
  title: 0.2,
  inclusion: 0.3,
  neoplasm: 0.1,
  includes: 0.8,
  external: 0.6,
  morphology: 2,
} as const;

/**
 * The most specific reading of each stretch of a sentence: a longer phrase of the book stands for the shorter ones
 * inside it (`pain in abdomen` for `pain`), and phrases that share a word keep what each adds.
 */
export function selectMentions(
  mentions: readonly Mention[],
  dictionary: Dictionary,
  together: (one: CodeId, other: CodeId) => boolean,
): SelectedMention[] {
  const strength = new Map(mentions.map((mention) => [mention, strengthOf(mention, dictionary)]));
  const ordered = [...mentions].sort(
    (a, b) => (strength.get(b) ?? 0) - (strength.get(a) ?? 0) || a.entry - b.entry,
  );
  const groups = new Map<
    string,
    {
      first: Mention;
      overlap: number;
      ownFinding: boolean;
      targets: Set<number>;
      kept: { mention: Mention; rank: number }[];
    }
  >();
  for (const mention of ordered) {
    const key = mention.tokens.join(',');
    const target = dictionary.targets[mention.entry] ?? -1;
    const group = groups.get(key);
    if (group !== undefined) {
      // "Liver disease" inside "hepatitis C" is no second reading of it.
      if (group.targets.has(target) || mention.mass < LEAST_MASS_OF_A_RIVAL * group.first.mass) continue;
      group.targets.add(target);
      if (group.kept.length < MOST_RIVALS) group.kept.push({ mention, rank: group.kept.length });
      continue;
    }
    const own = new Set(mention.tokens);
    let covered = 0;
    let swallowed = false;
    const shared = new Set<number>();
    let asked = false;
    for (const other of groups.values()) {
      const common = other.first.tokens.filter((token) => own.has(token));
      if (common.length === 0) continue;
      const both = together(dictionary.targets[other.first.entry] ?? -1, target);
      asked ||= both;
      if (common.length === own.size && other.first.gap <= 1 && !(both && isList(other.first, own, mentions)))
        swallowed = true;
      for (const token of common) shared.add(token);
    }
    if (swallowed) continue;
    covered = shared.size / own.size;
    groups.set(key, {
      first: mention,
      overlap: covered,
      ownFinding:
        asked ||
        (shared.size > 0 &&
          shared.size < own.size &&
          mentions.some(
            (other) => other.mass > 0 && other.tokens.every((token) => own.has(token) && !shared.has(token)),
          )),
      targets: new Set([target]),
      kept: [{ mention, rank: 0 }],
    });
  }
  return [...groups.values()].flatMap(({ overlap, ownFinding, targets, kept }) =>
    kept.map(({ mention, rank }) => ({ mention, rank, rivals: targets.size, overlap, ownFinding })),
  );
}

/**
 * "Hypertension, heart failure" lists two findings that together are also one; in "hepatitis C, chronic" the comma
 * divides nothing, since what stands beside the shorter mention names no finding of its own. The combination stands
 * for both unless the Tabular asks for the second code beside it.
 */
function isList(larger: Mention, own: ReadonlySet<number>, mentions: readonly Mention[]): boolean {
  if (larger.commas === 0) return false;
  const rest = new Set(larger.tokens.filter((token) => !own.has(token)));
  return mentions.some((mention) => mention.tokens.every((token) => rest.has(token)));
}

function strengthOf(mention: Mention, dictionary: Dictionary): number {
  const flags = dictionary.flags[mention.entry] ?? 0;
  return (
    mention.mass +
    1.5 * mention.tokens.length -
    0.9 * mention.gap -
    1.5 * mention.commas -
    0.5 * Math.min(mention.distance, 2) -
    0.8 * mention.rewritten -
    KIND_TRUST[dictionary.kind(mention.entry)] -
    ((flags & RESIDUAL) !== 0 ? 0.5 : 0) +
    ((flags & UNSPECIFIED) !== 0 ? 0.05 : 0) +
    ((flags & MAIN_TERM) !== 0 ? 0.1 : 0)
  );
}
