import { intent } from '../intent.ts';
import { listed } from '../say.ts';

interface Topic {
  readonly cue: RegExp;
  readonly what: string;
  readonly file: string;
}

/** Matters that a publisher's table decides, and the table. */
const TOPICS: readonly Topic[] = [
  {
    cue: / (?:mue|medically unlikely|max units|maximum units|unit limit|units allowed|units per day|unit per day|how many times|how many units of [0-9a-z]+ per day|how many units per day) /,
    what: 'how many units of a code a day allows',
    file: 'the NCCI medically unlikely edits (MUE)',
  },
  {
    cue: / (?:bundle|bundled|unbundle|ncci|cci|ptp|component of|column 1|column 2|column one|column two|edit pair) /,
    what: 'which procedure includes another',
    file: 'the NCCI procedure-to-procedure edits',
  },
  {
    cue: / (?:add on|addon|primary code for) /,
    what: 'which primary procedures an add-on code needs',
    file: 'the NCCI add-on code edits',
  },
  {
    cue: / (?:global|postoperative days|post op days|follow up days|90 day|10 day) /,
    what: 'global days',
    file: 'the Medicare physician fee schedule',
  },
  {
    cue: / (?:fee|fees|price|pay|pays|payment|paid|reimburse|reimbursement|allowed amount|rvu|rvus|work rvu|conversion factor|cost|worth) /,
    what: 'what a code pays',
    file: 'the Medicare physician fee schedule',
  },
  {
    cue: / (?:status indicator|assistant surgeon|co surgeon|team surgeon|bilateral indicator|multiple procedure|professional component|technical component|pc tc|supervision) /,
    what: 'payment indicators of a procedure',
    file: 'the Medicare physician fee schedule',
  },
  {
    cue: / (?:apc|opps|outpatient prospective|asc|ambulatory surgical|ambulatory surgery center) /,
    what: 'hospital outpatient and surgery center payment',
    file: 'the OPPS and ASC addenda',
  },
  {
    cue: / (?:clfs|lab fee|laboratory fee) /,
    what: 'laboratory fees',
    file: 'the clinical laboratory fee schedule',
  },
  {
    cue: / (?:drg|ms drg|cc|mcc|complication or comorbidity) /,
    what: 'the DRG and the CC or MCC standing of a diagnosis',
    file: 'the MS-DRG definitions',
  },
  {
    cue: / (?:hcc|risk adjust|risk adjustment|raf|risk score) /,
    what: 'the HCC of a diagnosis',
    file: 'the CMS-HCC mappings',
  },
  {
    cue: / (?:lcd|ncd|coverage|covered|medical necessity|medically necessary|local coverage) /,
    what: 'which diagnoses a contractor covers a procedure for',
    file: 'the Medicare Coverage Database',
  },
  { cue: / (?:place of service|pos) /, what: 'place of service rules', file: 'the place-of-service list' },
  {
    cue: / (?:unacceptable principal|mce) /,
    what: 'what Medicare’s code editor rejects',
    file: 'the Medicare Code Editor lists',
  },
  {
    cue: / (?:age limit|age limits|sex specific|gender specific|male only|female only|can a man|can a male|for males|for females|sex edit|age edit) /,
    what: 'age and sex limits of a code',
    file: 'the Medicare Code Editor lists',
  },
];

/** Questions that only a table decides which is not loaded: said plainly, with what would load it. */
export const notLoaded = intent({
  id: 'not-loaded',
  examples: [
    'What is the MUE of 43239?',
    'how much does 99214 pay in Florida',
    'global days for 27447',
    'Is E11.22 a CC or MCC?',
    'which LCD covers 43497',
  ],
  read({ plain, codes }) {
    const topic = TOPICS.find(({ cue }) => cue.test(plain));
    if (topic === undefined) return null;
    const diagnosisOnly =
      codes.length > 0 &&
      codes.every(({ code }) => /^[A-Z]\d[0-9A-Z]/.test(code) && !/^[A-Z]\d{4}$/.test(code));
    if (diagnosisOnly && /^(?:what a code pays|global)/.test(topic.what)) return null;
    return { slots: topic, sure: codes.length > 0 ? 0.79 : 0.45 };
  },
  answer({ what, file }, { codes }, jobs) {
    const loaded = [...new Set(jobs.releases().map(({ source }) => source))];
    return {
      verdict: { kind: 'unknown' },
      says: [
        `The loaded files do not say ${what}: that stands in ${file}, which ${file.endsWith('s') || file.includes(' edits') ? 'are' : 'is'} not loaded. Load it: casebook pull --from DIR.`,
        `Loaded: ${listed(loaded)}.`,
      ],
      codes: codes.map(({ code }) => code),
    };
  },
});
