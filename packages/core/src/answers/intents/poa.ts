import { intent } from '../intent.ts';
import { missed, named, pageOf, rowOf } from '../say.ts';

/** Whether a code is exempt from present-on-admission reporting (Guidelines, Appendix I). */
export const poa = intent({
  id: 'poa',
  examples: ['Is Z37.0 exempt from POA reporting?', 'does K22.0 need a POA indicator', 'poa exempt Z79.4'],
  read({ codes, plain }) {
    const [code] = codes;
    return code !== undefined && / (?:poa|present on admission) /.test(plain)
      ? { slots: code.code, sure: 0.9 }
      : null;
  },
  answer(code, question, jobs) {
    const page = pageOf(jobs, code, question);
    if (!page.found) return missed(page, jobs);
    const needs = !/ exempt /.test(question.plain);
    if (page.system !== 'icd10cm')
      return {
        verdict: { kind: 'no' },
        says: [`No: the present-on-admission indicator belongs to diagnoses; ${named(page)} is none.`],
        codes: [page.code],
        citations: rowOf(page),
      };
    if (page.poaExempt === null) {
      const listed = jobs
        .releases('icd10cm')
        .map(({ effective: [, last] }) => jobs.page(page.code, last, 'icd10cm'))
        .find((one) => one.found && one.poaExempt !== null);
      const other =
        listed?.found !== true
          ? ''
          : ` On the list of ${listed.version} it ${listed.poaExempt === true ? 'is' : 'is not'}.`;
      return {
        verdict: { kind: 'unknown' },
        says: [
          `The list of codes exempt from present-on-admission reporting is not loaded for icd10cm ${page.version}: casebook pull icd10cm.${other}`,
        ],
        codes: [page.code],
        citations: listed?.found === true ? rowOf(listed) : [],
      };
    }
    const exempt = page.poaExempt;
    return {
      verdict: { kind: exempt !== needs ? 'yes' : 'no' },
      says: [
        exempt
          ? `${named(page)} is on the list of codes exempt from present-on-admission reporting (Guidelines, Appendix I): the indicator is left blank.`
          : `${named(page)} is not on the exempt list: an inpatient claim reports Y, N, U or W for it (Guidelines, Appendix I).`,
      ],
      facts: [{ name: 'poaExempt', value: String(exempt) }],
      codes: [page.code],
      citations: exempt
        ? [{ source: 'icd10cm-poa-exempt', version: page.version, locator: page.code }]
        : rowOf(page),
    };
  },
});
