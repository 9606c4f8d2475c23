import { intent } from '../intent.ts';
import { datedNote, dayOf, listed, missed, named, pageOf, rowOf, systemName } from '../say.ts';

const ASKS =
  / (?:valid|invalid|validity|billable|nonbillable|non billable|active|inactive|deleted|terminated|retired|exist|exists|real|reportable|submit|submitted|complete code|incomplete|effective|in force|still (?:used|good|ok|there)|legit) /;
const BILL =
  / (?:can (?:i|we|you) (?:bill|use|report|submit|code)|ok to (?:bill|use)|may i (?:bill|use|report)) /;

const LISTS = / (?:list|all|how many|which|number of|count) (?:[a-z0-9]+ ){0,4}codes? | (?:under|below) /;

/** Whether a code may stand on a claim, on a date. */
export const validity = intent({
  id: 'validity',
  examples: [
    'Is K22.0 billable?',
    'is E11 a valid code',
    'Was M54.5 valid on 2021-09-30?',
    'can I bill R65.2',
  ],
  read({ codes, plain }) {
    const [code, second] = codes;
    if (code === undefined || second !== undefined || LISTS.test(plain)) return null;
    if (ASKS.test(plain)) return { slots: code.code, sure: 0.7 };
    return BILL.test(plain) ? { slots: code.code, sure: 0.55 } : null;
  },
  answer(code, question, jobs) {
    const page = pageOf(jobs, code, question);
    if (!page.found) {
      const said = missed(page, jobs);
      return page.reason === 'unknown' && !/^\d{4}[0-9FTUM]$/.test(code)
        ? { ...said, verdict: { kind: 'no' } }
        : said;
    }
    const { title, system, version, billable, validity, hierarchy } = page;
    const day = dayOf(question);
    const on = day === undefined ? '' : ` on ${day}`;
    const facts = [
      { name: 'billable', value: String(billable) },
      { name: 'validFrom', value: validity.from },
      ...(validity.to === null ? [] : [{ name: 'validTo', value: validity.to }]),
    ];
    const base = { facts, citations: rowOf(page) };
    if (billable)
      return {
        ...base,
        verdict: { kind: 'yes' },
        says: [
          `Yes: ${page.code} ${title} is valid for submission${on} (${systemName(system)} ${version}).`,
          ...datedNote(page),
        ],
        codes: [page.code],
      };
    const below = jobs.below(page.code, day).filter((one) => one.billable);
    return {
      ...base,
      verdict: { kind: 'no' },
      says: [
        `No: ${page.code} ${title} is a heading in ${systemName(system)} ${version}; a longer code is required (Guidelines I.B.2).`,
        `${below.length} codes below it are valid: ${listed((below.length > 0 ? below : hierarchy.children).map(named))}.`,
        ...datedNote(page),
      ],
      codes: [page.code, ...below.slice(0, 12).map((one) => one.code)],
    };
  },
});
