import { addCode, type Encounter, type EncounterRule, reject } from './encounter.ts';
import { sayings, supportsOf } from './said.ts';

interface Past {
  readonly what: string;
  readonly code: string;
  /** The code of the condition itself, which goes when the note has it only as past. */
  readonly active?: RegExp;
}

/** What a chart says after "history of", and the history code (Index: History, personal). */
const PAST: readonly Past[] = [
  {
    what: '(?:adenomatous|tubular adenoma|serrated)(?: colon(?:ic)?)?(?: polyps?)?|adenomas? of the colon',
    code: 'Z86.0101',
    active: /^D12\.[0-6]/,
  },
  { what: 'hyperplastic (?:colon )?polyps?', code: 'Z86.0102', active: /^K63\.5/ },
  { what: '(?:colon(?:ic)?|colorectal) polyps?', code: 'Z86.0100', active: /^K63\.5|^D12\.6/ },
  { what: '(?:DVT|deep ve(?:in|nous) thrombos[ie]s)', code: 'Z86.718', active: /^I82\.4/ },
  { what: '(?:PE|pulmonary embol(?:ism|us))', code: 'Z86.711', active: /^I26/ },
  {
    what: '(?:stroke|CVA|TIA|transient ischemic attack|cerebral infarction)',
    code: 'Z86.73',
    active: /^I63|^G45\.9/,
  },
  { what: '(?:MI|myocardial infarction|heart attack|NSTEMI|STEMI)', code: 'I25.2', active: /^I21/ },
  { what: '(?:kidney stones?|nephrolithiasis|renal calculi)', code: 'Z87.442', active: /^N20\.0/ },
  { what: '(?:recurrent )?(?:urinary tract infections?|UTIs?)', code: 'Z87.440', active: /^N39\.0/ },
  { what: '(?:peptic |gastric |duodenal )ulcers?(?: disease)?', code: 'Z87.11', active: /^K2[5-7]/ },
];

const HISTORY =
  '(?:personal history of|past (?:medical )?history of|(?<!family )(?<!no )history of|(?<!family )hx of|h/o|status post)';
const PATTERNS = PAST.map((past) => ({
  ...past,
  words: new RegExp(
    `\\b${HISTORY} (?:(?:a|an|prior|previous|remote|multiple|old) )?(?:${past.what})\\b`,
    'gi',
  ),
}));

/** Deficits of an old stroke are sequelae, so history is the wrong word for it (Guidelines I.C.9.d.3). */
const STROKE_DEFICIT = /^I69/;

/**
 * A condition that no longer exists, needs no treatment and may recur is personal history (Guidelines I.C.21.c.4);
 * the condition's own code goes when the note has it only as past (IV.J). Old myocardial infarction is I25.2
 * (I.C.9.e.1).
 */
export const historyOf: EncounterRule = {
  id: 'history-of',
  meta: { phase: 'not-so', authority: 'Guidelines I.C.21.c.4, IV.J' },
  apply(encounter) {
    if (encounter.style === 'narrative') return encounter;
    let next: Encounter = encounter;
    for (const { words, code, active } of PATTERNS) {
      const found = sayings(encounter, words, ['present', 'historical']);
      if (found.length === 0 || found.every(({ support }) => support.section === 'family-history')) continue;
      if (code === 'Z86.73' && next.drafts.some((draft) => STROKE_DEFICIT.test(draft.code))) continue;
      if (code === 'Z86.0100' && next.drafts.some((draft) => draft.code.startsWith('Z86.010'))) continue;
      const standing = next.drafts.find((draft) => active?.test(draft.code) === true);
      const onlyPast =
        standing?.supports.every(({ assertion }) => assertion.assertion === 'historical') ?? true;
      if (!onlyPast) continue;
      next = addCode(next, code, supportsOf(found), 0.5, historyOf, 'past, no longer under treatment');
      if (standing !== undefined && next.drafts.some((draft) => draft.code === code))
        next = reject(next, standing, { kind: 'only-past' });
    }
    return next;
  },
};
