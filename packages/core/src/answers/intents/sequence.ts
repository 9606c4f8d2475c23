import { within } from '../../book/code-span.ts';
import type { CodePage } from '../../show/types.ts';
import { intent } from '../intent.ts';
import { dayOf, missed, named, pageOf, rowOf } from '../say.ts';

const ASKS =
  / (?:first|sequence|sequenced|sequencing|order|before|after|comes first|listed first|primary|principal|which one) /;

/** Orders of the guidelines that no note of the Tabular carries. */
const ORDERS: readonly { readonly before: RegExp; readonly after: RegExp; readonly why: string }[] = [
  {
    before: /^Z51\.(?:0|1)/,
    after: /^C/,
    why: 'an encounter chiefly for radiation, chemotherapy or immunotherapy has its Z51 code first and the malignancy second (Guidelines I.C.2.e.2)',
  },
  {
    before: /^O(?!0[0-8])/,
    after: /^[^OZ]/,
    why: 'codes of chapter 15 come before codes of other chapters (Guidelines I.C.15.a.1)',
  },
  {
    before: /^Z38/,
    after: /^(?!Z38)/,
    why: 'the birth is the principal diagnosis of the birth record (Guidelines I.C.16.a.2)',
  },
  {
    before: /^[A-TZ]/,
    after: /^[VWXY]/,
    why: 'an external cause code is never first (Guidelines I.C.20.a.6)',
  },
];

/** Which of two codes stands first: etiology before manifestation, "code first" notes, external causes last. */
export const sequence = intent({
  id: 'sequence',
  examples: [
    'Which comes first, E11.22 or N18.30?',
    'sequence A41.9 and R65.20',
    'is F02.80 listed before G30.9',
  ],
  read({ codes, plain }) {
    if (codes.length < 2) return null;
    return ASKS.test(plain) ? { slots: codes.map(({ code }) => code), sure: 0.8 } : null;
  },
  answer(codes, question, jobs) {
    const [one = '', other = ''] = codes;
    const pages = [one, other].map((code) => pageOf(jobs, code, question));
    for (const page of pages) if (!page.found) return missed(page, jobs);
    const [a, b] = pages;
    if (a === undefined || b === undefined || !a.found || !b.found)
      return { verdict: { kind: 'unknown' }, says: [] };
    const day = dayOf(question);
    const circumstances = {
      ...(day === undefined ? {} : { asOf: day }),
      setting: question.setting ?? 'inpatient',
    } as const;
    const against = (list: readonly string[]) =>
      jobs
        .conflicts(list, circumstances)
        .filter(({ rule }) => /code-first|manifestation-first|external-cause-first/.test(rule));
    const here = against([a.code, b.code]);
    const there = against([b.code, a.code]);
    const citations = [...here, ...there].flatMap((conflict) => conflict.citations);
    const base = {
      codes: [a.code, b.code],
      citations: citations.length > 0 ? citations : [...rowOf(a), ...rowOf(b)],
    };
    const first =
      here.length === 0 && there.length > 0 ? a : there.length === 0 && here.length > 0 ? b : null;
    const ruled = ORDERS.find(
      ({ before, after }) =>
        (before.test(a.code) && after.test(b.code)) || (before.test(b.code) && after.test(a.code)),
    );
    const byRule = ruled === undefined ? null : ruled.before.test(a.code) && ruled.after.test(b.code) ? a : b;
    const winner =
      first ?? byRule ?? (companion(a.notes, b.code) ? a : companion(b.notes, a.code) ? b : null);
    if (winner === null)
      return {
        ...base,
        verdict: { kind: 'conditional' },
        says: [
          `The Tabular sets no order between ${named(a)} and ${named(b)}: the reason for the visit, or the condition established after study as the reason for the admission, stands first (Guidelines II, IV.G).`,
        ],
      };
    const second = winner === a ? b : a;
    const why =
      (winner === a ? there : here)[0]?.message ??
      (winner === byRule ? ruled?.why : undefined) ??
      `a “use additional code” note at ${winner.code} or above names ${second.code}, and such a code follows (Guidelines I.A.17, I.B.7)`;
    return {
      ...base,
      verdict: { kind: 'value', value: winner.code },
      says: [
        `${winner.code} first, then ${second.code}: ${why}.`.replace(/\.\.$/, '.'),
        `${named(winner)}; ${named(second)}.`,
      ],
    };
  },
});

/** Whether a "use additional code" note of the one names the other. */
function companion(notes: CodePage['notes'], other: string): boolean {
  return notes.some(
    ({ kind, notes: own }) =>
      kind === 'useAdditionalCode' &&
      own.some(({ codes }) => codes.some(({ from, to }) => within(other, from, to))),
  );
}
