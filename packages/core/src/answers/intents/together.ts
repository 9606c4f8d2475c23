import { within } from '../../book/code-span.ts';
import type { CodePage } from '../../show/types.ts';
import type { Said } from '../answer.ts';
import { intent } from '../intent.ts';
import type { Jobs } from '../jobs.ts';
import type { ReadQuestion } from '../read-question.ts';
import { dayOf, missed, named, pageOf, rowOf } from '../say.ts';

const ASKS =
  / (?:together|both|same (?:claim|day|time|visit|encounter|session|record|date)|bundle|bundled|unbundle|bundling|ncci|cci|ptp|pair|combination|conflict|conflicts|excludes1|excludes 1|exclude|excludes|coexist|alongside|along with|in addition to|billed with|bill with|coded with|code with|reported with|report with|used with|add) /;
const JOINED = /(?:\+|&|\/|\bwith\b|\band\b|,)/i;

/** Whether codes may stand beside each other: Excludes1 and Excludes2; edits between procedure numbers where loaded. */
export const together = intent({
  id: 'together',
  examples: [
    'Can E11.9 and E10.9 be coded together?',
    'J44.0 with J18.9 same claim?',
    '43497 + 43235?',
    'does K21.9 exclude K22.0',
  ],
  read({ codes, plain, text }) {
    if (codes.length < 2) return null;
    const slots = codes.map(({ code }) => code);
    if (ASKS.test(plain)) return { slots, sure: 0.75 };
    const [first, second] = codes;
    if (first === undefined || second === undefined) return null;
    return JOINED.test(text.slice(first.end, second.start)) && plain.split(' ').length < 14
      ? { slots, sure: 0.42 }
      : null;
  },
  answer(codes, question, jobs) {
    const pages: CodePage[] = [];
    const numbers = codes.filter((code) => /^\d{4}[0-9FTUM]$/.test(code));
    if (numbers.length >= 2) return betweenNumbers(numbers);
    for (const code of codes) {
      const page = pageOf(jobs, code, question);
      if (!page.found) return missed(page, jobs);
      pages.push(page);
    }
    const diagnoses = pages.filter(({ system }) => system === 'icd10cm');
    if (diagnoses.length < 2) return otherSystems(pages);
    return betweenDiagnoses(diagnoses, question, jobs);
  },
});

/** Procedure-to-procedure edits come with the publisher's quarterly tables. */
function betweenNumbers(numbers: readonly string[]): Said {
  return {
    verdict: { kind: 'unknown' },
    says: [
      `Whether ${numbers.join(' and ')} may be billed together is decided by the NCCI procedure-to-procedure edits of the quarter, and none is loaded. Load them: casebook pull --from DIR --accept ama.`,
    ],
    codes: numbers,
  };
}

function otherSystems(pages: readonly CodePage[]): Said {
  return {
    verdict: { kind: 'unknown' },
    says: [
      `No loaded table speaks of ${pages.map(named).join(' beside ')}: the Excludes notes hold between diagnoses, the NCCI edits between procedure numbers.`,
    ],
    codes: pages.map(({ code }) => code),
    citations: pages.flatMap(rowOf),
  };
}

function betweenDiagnoses(pages: readonly CodePage[], question: ReadQuestion, jobs: Jobs): Said {
  const codes = pages.map(({ code }) => code);
  const day = dayOf(question);
  const conflicts = jobs
    .conflicts(codes, {
      ...(day === undefined ? {} : { asOf: day }),
      setting: question.setting ?? 'outpatient',
    })
    .filter(({ rule }) => rule === 'icd10cm/excludes1' || rule === 'icd10cm/duplicate');
  const release = `${pages[0]?.source ?? ''} ${pages[0]?.version ?? ''}`;
  const [first] = conflicts;
  if (first !== undefined)
    return {
      verdict: { kind: 'no' },
      says: [
        `No, unless the record shows that the two conditions are unrelated (Guidelines I.A.12.a): ${first.message}.`,
        ...conflicts.slice(1).map(({ message }) => `${message}.`),
      ].map((sentence) => sentence.replace(/\.\.$/, '.')),
      facts: [{ name: 'rule', value: first.rule }],
      codes,
      citations: conflicts.flatMap(({ citations }) => citations),
    };
  const contradiction = withoutComplications(pages);
  if (contradiction !== null)
    return {
      verdict: { kind: 'no' },
      says: [
        `No: ${named(contradiction.plain)} says that there is no complication, and ${named(contradiction.other)} is one.`,
      ],
      codes,
      citations: pages.flatMap(rowOf),
    };
  const allowed = excludes2(pages);
  const asked = wanted(pages);
  const orders = jobs
    .conflicts(codes, {
      ...(day === undefined ? {} : { asOf: day }),
      setting: question.setting ?? 'outpatient',
    })
    .filter(({ rule }) => /code-first|manifestation-first|external-cause-first/.test(rule));
  return {
    verdict: { kind: 'yes' },
    says: [
      allowed === null
        ? `Yes: no Excludes1 note of ${release} names one of ${codes.join(' and ')} at the other, at any level above them.`
        : `Yes: ${allowed.text}`,
      ...orders.map(({ message }) => `Mind the order: ${message}.`.replace(/\.\.$/, '.')),
      ...asked.map(({ text }) => text),
      ...pages.map((page) => `${named(page)}.`),
    ],
    codes,
    citations: [
      ...(allowed?.citations ?? []),
      ...asked.flatMap((one) => one.citations),
      ...pages.flatMap(rowOf),
    ],
  };
}

/** "Without complications" beside a code of the same category that names one. */
function withoutComplications(
  pages: readonly CodePage[],
): { readonly plain: CodePage; readonly other: CodePage } | null {
  for (const plain of pages) {
    if (!/\bwithout complications?\b/i.test(plain.title)) continue;
    const other = pages.find((one) => one !== plain && one.code.slice(0, 3) === plain.code.slice(0, 3));
    if (other !== undefined) return { plain, other };
  }
  return null;
}

/** Notes at the one that ask for the other: "use additional code", "code also", "code first". */
function wanted(
  pages: readonly CodePage[],
): { readonly text: string; readonly citations: NonNullable<Said['citations']> }[] {
  return pages.flatMap((page) =>
    page.notes
      .filter(({ kind }) => kind === 'useAdditionalCode' || kind === 'codeAlso' || kind === 'codeFirst')
      .flatMap(({ label, notes }) =>
        notes.flatMap((note) => {
          const other = pages.find(
            (one) => one !== page && note.codes.some(({ from, to }) => within(one.code, from, to)),
          );
          if (other === undefined) return [];
          return [
            {
              text: `${label} at ${note.origin.scope} names ${other.code}: “${note.text}”.`,
              citations: [{ ...note.citation, quote: note.text }],
            },
          ];
        }),
      ),
  );
}

/** An Excludes2 note between them, which allows both. */
function excludes2(
  pages: readonly CodePage[],
): { readonly text: string; readonly citations: NonNullable<Said['citations']> } | null {
  for (const page of pages)
    for (const group of page.notes) {
      if (group.kind !== 'excludes2') continue;
      for (const note of group.notes) {
        const other = pages.find(
          (one) => one !== page && note.codes.some(({ from, to }) => within(one.code, from, to)),
        );
        if (other !== undefined)
          return {
            text: `the Excludes2 note at ${note.origin.scope} names ${other.code} (“${note.text}”), and Excludes2 allows both when the patient has both (Guidelines I.A.12.b).`,
            citations: [{ ...note.citation, quote: note.text }],
          };
      }
    }
  return null;
}
