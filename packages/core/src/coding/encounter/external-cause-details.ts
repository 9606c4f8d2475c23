import {
  addCode,
  type Draft,
  type Encounter,
  type EncounterRule,
  recode,
  reject,
  under,
} from './encounter.ts';
import type { RejectionReason } from './rejection.ts';
import { sayings, supportsOf } from './said.ts';

const STATUS: readonly { readonly code: string; readonly words: RegExp; readonly result: string }[] = [
  {
    code: 'Y99.0',
    words:
      /\b(?:(?:while|was|when) (?:at work|working(?: as| at| on)?|on the job)|(?:injur\w+|hurt|fell|happened|occurred|accident|slipped|tripped) (?:\w+ ){0,4}(?:at work|on the job)|work[- ]related (?:injury|accident|fall)|workers'? comp\w*)\b/gi,
    result: 'at work for pay',
  },
  {
    code: 'Y99.1',
    words: /\b(?:on active duty|during military (?:training|exercise|service))\b/gi,
    result: 'military activity',
  },
  { code: 'Y99.2', words: /\b(?:while|was) volunteering\b/gi, result: 'volunteer activity' },
  {
    code: 'Y99.8',
    words:
      /\b(?:not at work|off work at the time|off[- ]duty|not work[- ]related|in his free time|in her free time|recreational(?:ly)?|leisure activity)\b/gi,
    result: 'not for pay',
  },
];

/** Told once each, and only at the first encounter for treatment. */
const ONCE = ['Y92', 'Y93', 'Y99'];

/**
 * How, where and doing what an injury happened. The mechanism is told for as long as the injury is treated; place,
 * activity and status once, at the initial encounter, never unspecified and never without a mechanism
 * (Guidelines I.C.20.a.2, I.C.20.b, I.C.20.c, I.C.20.k).
 */
export const externalCauseDetails: EncounterRule = {
  id: 'external-cause-details',
  meta: {
    phase: 'status',
    authority: 'Guidelines I.C.20.a, I.C.20.b, I.C.20.c, I.C.20.k',
    after: ['injury-episode'],
  },
  apply(encounter) {
    const injuries = encounter.drafts.filter(
      (draft) => under(draft.code, 'S', 'T') && !/^T(?:3[6-9]|4|50|8)/.test(draft.code),
    );
    if (encounter.style === 'narrative' || injuries.length === 0) return encounter;
    let next = slipOnIce(withMechanism(encounter));
    const mechanism = next.drafts.find(isMechanism);
    const initial = injuries.some((draft) => /[ABC]$/.test(draft.code.slice(7)));
    if (mechanism !== undefined && initial) {
      next = promote(next, 'Y92', mechanism);
      next = promote(next, 'Y93', mechanism);
      for (const { code, words, result } of STATUS)
        if (!next.drafts.some((draft) => under(draft.code, 'Y99')))
          next = addCode(
            next,
            code,
            supportsOf(sayings(encounter, words, code === 'Y99.8' ? ['present', 'negated'] : ['present'])),
            0.5,
            externalCauseDetails,
            result,
          );
    }
    for (const stem of ONCE)
      next = once(
        next,
        stem,
        mechanism === undefined ? { kind: 'no-mechanism' } : initial ? null : { kind: 'initial-only' },
      );
    return next;
  },
};

/** A weak mention is only worth calling on when it says that something happened. */
const HAPPENED =
  /\b(?:fell|fall(?:s|en|ing)?|slip\w*|trip\w*|stumbl\w*|struck|hit|crash\w*|collision|accident|MVC|MVA|bit(?:ten|e)?|stung|cut|burn\w*|scald\w*|assault\w*|kick\w*|twist\w*|jump\w*|lift\w*|shot by|stab\w*)\b/i;

function isMechanism({ code }: Draft): boolean {
  return /^[VWX]|^Y(?:0|[1-3])/.test(code);
}

/** A clearly said mechanism below the threshold, where none is chosen: the injury's own sentence first. */
function withMechanism(encounter: Encounter): Encounter {
  if (encounter.drafts.some(isMechanism)) return encounter;
  const [best] = encounter.weak
    .filter(
      (draft) =>
        isMechanism(draft) &&
        draft.supports.some(
          ({ rank, assertion, selected, span }) =>
            rank === 0 &&
            selected.overlap < 0.5 &&
            selected.mention.gap <= 3 &&
            HAPPENED.test(encounter.document.text.slice(span.start, span.end)) &&
            assertion.assertion === 'present',
        ),
    )
    .sort((a, b) => b.confidence - a.confidence);
  return best === undefined ? encounter : chosen(encounter, best, 'the injury has a mechanism');
}

const SLIPPED_ON_ICE = /\b(?:slip\w*|slid)\b[^.;\n]{0,30}\b(?:ice|icy|snow|sleet)\b/i;
const ANOTHER_LEVEL = /\b(?:stairs?|steps?|ladder|roof|porch|truck|deck)\b/i;

/** Index: Slipping, on ice or snow, is a fall on the same level unless the words name another. */
function slipOnIce(encounter: Encounter): Encounter {
  const draft = encounter.drafts.find((other) => under(other.code, 'W00.9'));
  if (draft === undefined) return encounter;
  const { document } = encounter;
  const words = draft.supports
    .map(({ span }) => document.text.slice(Math.max(0, span.start - 40), span.end + 40))
    .join('\n');
  if (!SLIPPED_ON_ICE.test(words) || ANOTHER_LEVEL.test(words)) return encounter;
  return recode(
    encounter,
    draft,
    `W00.0XX${draft.code.at(-1) ?? 'A'}`,
    externalCauseDetails,
    'slipped on ice: on the same level',
  );
}

/** The best weak place or activity that stands in a sentence with the mechanism or the injury. */
function promote(encounter: Encounter, stem: string, mechanism: Draft): Encounter {
  if (encounter.drafts.some((draft) => under(draft.code, stem))) return encounter;
  const sentences = new Set(mechanism.supports.map(({ selected }) => selected.mention.sentence));
  const [best] = encounter.weak
    .filter((draft) => under(draft.code, stem) && !isOpen(draft))
    .filter((draft) =>
      draft.supports.some(
        ({ rank, assertion, selected }) =>
          rank === 0 && assertion.assertion === 'present' && sentences.has(selected.mention.sentence),
      ),
    )
    .sort((a, b) => b.confidence - a.confidence || a.code.localeCompare(b.code));
  return best === undefined ? encounter : chosen(encounter, best, `said with ${mechanism.code}`);
}

function chosen(encounter: Encounter, draft: Draft, result: string): Encounter {
  const step = {
    step: 'rule',
    rule: externalCauseDetails.id,
    result,
    authority: externalCauseDetails.meta.authority,
  } as const;
  return {
    ...encounter,
    drafts: [
      ...encounter.drafts,
      { ...draft, confidence: Math.max(draft.confidence, 0.4), trail: [...draft.trail, step] },
    ],
  };
}

/** "Unspecified" place, activity and status are not reported. */
function isOpen({ code }: Draft): boolean {
  return /^Y9(?:2\.9|3\.9|9\.9)$/.test(code);
}

function once(encounter: Encounter, stem: string, never: RejectionReason | null): Encounter {
  let next = encounter;
  let kept = false;
  for (const draft of [...encounter.drafts].sort((a, b) => b.confidence - a.confidence)) {
    if (!under(draft.code, stem)) continue;
    if (never !== null) next = reject(next, draft, never);
    else if (isOpen(draft)) next = reject(next, draft, { kind: 'open-axis' });
    else if (kept) next = reject(next, draft, { kind: 'once' });
    else kept = true;
  }
  return next;
}
