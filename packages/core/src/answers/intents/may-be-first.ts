import { intent } from '../intent.ts';
import { dayOf, listed, missed, named, pageOf, rowOf } from '../say.ts';

const ASKS =
  / (?:principal|first listed|primary|stand alone|alone|first|by itself|secondary only|only secondary|sole) /;
/** Its number moved when the section on newborns was added. */
const ONLY_FIRST = ['I.C.21.c.15', 'I.C.21.c.16'];
const EXTERNAL = /^[VWXY]/;
const IN_DISEASES = /in (?:other )?(?:diseases?|conditions?|disorders?).*classified elsewhere/i;

/** Whether a code may stand first, or alone. */
export const mayBeFirst = intent({
  id: 'may-be-first',
  examples: [
    'Can W19.XXXA be the principal diagnosis?',
    'is F02.80 allowed as first-listed',
    'Can Z51.11 be first listed?',
    'can R65.21 stand alone',
  ],
  read({ codes, plain }) {
    const [code, second] = codes;
    if (code === undefined || second !== undefined) return null;
    return ASKS.test(plain) ? { slots: code.code, sure: 0.72 } : null;
  },
  answer(code, question, jobs) {
    const page = pageOf(jobs, code, question);
    if (!page.found) return missed(page, jobs);
    const base = { codes: [page.code] };
    if (page.system !== 'icd10cm')
      return {
        ...base,
        verdict: { kind: 'no' },
        says: [
          `${page.code} is no diagnosis: only ICD-10-CM codes stand as principal or first-listed diagnosis.`,
        ],
        citations: rowOf(page),
      };
    const section = (id: string) => {
      const found = jobs.section(id, dayOf(question));
      return found === null
        ? []
        : [
            {
              source: 'guidelines' as const,
              version: found.version,
              locator: found.section,
              quote: found.text,
            },
          ];
    };
    if (EXTERNAL.test(page.code))
      return {
        ...base,
        verdict: { kind: 'no' },
        says: [
          `No: ${page.code} ${page.title} says how something happened, and an external cause code is never principal or first-listed (Guidelines I.C.20.a.6).`,
        ],
        citations: [...section('I.C.20.a.6'), ...rowOf(page)],
      };
    const codeFirst = page.notes.find(({ kind }) => kind === 'codeFirst')?.notes ?? [];
    const own = codeFirst.map((note) => ({ ...note.citation, quote: note.text }));
    if (IN_DISEASES.test(page.title))
      return {
        ...base,
        verdict: { kind: 'no' },
        says: [
          `No: ${page.code} ${page.title} is a manifestation, and the disease that causes it is coded first (Guidelines I.A.13).`,
          ...codeFirst.map(({ text }) => `Code first: “${text}”`),
        ],
        citations: [...own, ...section('I.A.13')],
      };
    if (/^R65\.2/.test(page.code))
      return {
        ...base,
        verdict: { kind: 'no' },
        says: [
          `No: ${page.code} ${page.title} follows the code of the underlying infection (Guidelines I.C.1.d.1.b, I.C.1.d.3).`,
        ],
        citations: [...section('I.C.1.d.3'), ...own],
      };
    const onlyIfAny = codeFirst.length > 0 && codeFirst.every(({ text }) => /if applicable/i.test(text));
    if (onlyIfAny)
      return {
        ...base,
        verdict: { kind: 'yes' },
        says: [
          `Yes, unless what its “code first” note names is there too: ${listed(
            codeFirst.map(({ text, origin }) => `at ${origin.scope} “${text}”`),
            4,
          )}.`,
        ],
        citations: own,
      };
    if (codeFirst.length > 0)
      return {
        ...base,
        verdict: { kind: 'conditional' },
        says: [
          `Only where what its “code first” note names is not present or not known: ${listed(
            codeFirst.map(({ text, origin }) => `at ${origin.scope} “${text}”`),
            4,
          )}.`,
        ],
        citations: own,
      };
    const onlyFirst =
      ONLY_FIRST.map((id) => jobs.section(id, dayOf(question))).find(
        (one) => one !== null && /only be principal/i.test(one.title),
      ) ?? null;
    if (/^Z/.test(page.code) && onlyFirst !== null && mentions(onlyFirst.text, page.code))
      return {
        ...base,
        verdict: { kind: 'yes' },
        says: [
          `Yes, and only there: ${page.code} ${page.title} may be reported as principal or first-listed diagnosis only (Guidelines ${onlyFirst.section}).`,
        ],
        citations: section(onlyFirst.section),
      };
    return {
      ...base,
      verdict: { kind: 'yes' },
      says: [
        `Yes: no note of the Tabular puts another code before ${named(page)}.`,
        'The list of principal diagnoses that Medicare does not accept (MCE) is not loaded.',
      ],
      citations: rowOf(page),
    };
  },
});

/** Whether the guideline names the code or a heading above it. */
function mentions(text: string, code: string): boolean {
  const names = text.match(/\bZ\d\d(?:\.[0-9A-Z]+)?/g) ?? [];
  return names.some((name) => code === name || code.startsWith(name.includes('.') ? name : `${name}.`));
}
