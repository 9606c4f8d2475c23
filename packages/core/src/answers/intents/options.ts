import { intent } from '../intent.ts';
import { datedNote, dayOf, listed, missed, named, pageOf, rowOf } from '../say.ts';

const COUNT = / (?:how many|number of|count) /;
const LIST =
  / (?:list|all|options|choices|subcategories|subcodes|children|under|below|within|codes in|breakdown|what codes) /;
const SPECIFIC =
  / (?:more specific|specificity|greater specificity|specific|unspecified|laterality|which side|side|left|right|bilateral|both) /;

type Wish = 'count' | 'list' | 'specific';

/** The codes below a code, or beside it on another side; how many there are. */
export const options = intent({
  id: 'options',
  examples: [
    'list all billable codes under K22',
    'How many codes are under S52?',
    'Is there a more specific code than M25.569?',
    'what is the left side of M25.561',
  ],
  read({ codes, plain }) {
    const [code, second] = codes;
    if (code === undefined || second !== undefined) return null;
    const slots = (wish: Wish) => ({ code: code.code, wish });
    if (COUNT.test(plain) && / (?:codes?|options|subcategories) /.test(plain))
      return { slots: slots('count'), sure: 0.75 };
    if (SPECIFIC.test(plain)) return { slots: slots('specific'), sure: 0.62 };
    return LIST.test(plain) ? { slots: slots('list'), sure: 0.6 } : null;
  },
  answer({ code, wish }, question, jobs) {
    const page = pageOf(jobs, code, question);
    if (!page.found) return missed(page, jobs);
    const { plain } = question;
    const below = jobs.below(page.code, dayOf(question));
    const billable = below.filter((one) => one.billable);
    const base = { citations: rowOf(page) };
    if (wish === 'count') {
      const all =
        / (?:billable|valid|reportable) /.test(plain) || !/ (?:headers?|headings|subcategories) /.test(plain);
      const count = all ? billable.length : below.length;
      return {
        ...base,
        verdict: { kind: 'value', value: count },
        says: [
          `${count} ${all ? 'codes valid for submission' : 'codes'} stand below ${page.code} ${page.title} in ${page.source} ${page.version}.`,
          ...datedNote(page),
        ],
        codes: [page.code],
      };
    }
    const sides = page.hierarchy.sideVariants;
    const side = / left /.test(plain)
      ? 'left'
      : / right /.test(plain)
        ? 'right'
        : / (?:bilateral|both) /.test(plain)
          ? 'bilateral'
          : null;
    if (side !== null && sides.length > 0) {
      const of = sides.filter((one) => one.side === side);
      if (of.length > 0)
        return {
          ...base,
          verdict: { kind: 'codes' },
          says: [`On that side: ${listed(of.map(named))}.`, ...datedNote(page)],
          codes: of.map((one) => one.code),
        };
    }
    if (billable.length > 0)
      return {
        ...base,
        verdict: { kind: 'codes' },
        says: [
          `${billable.length} codes valid for submission below ${page.code} ${page.title}: ${listed(billable.map(named), 20)}.`,
          ...datedNote(page),
        ],
        codes: billable.map((one) => one.code),
      };
    const beside = [...sides, ...page.hierarchy.siblings.filter((one) => one.billable)].filter(
      (one, i, all) => one.code !== page.code && all.findIndex((two) => two.code === one.code) === i,
    );
    return {
      ...base,
      verdict: wish === 'specific' && beside.length === 0 ? { kind: 'no' } : { kind: 'codes' },
      says: [
        `${page.code} ${page.title} is not divided further.`,
        ...(beside.length === 0
          ? []
          : [`Beside it, for what the record may say: ${listed(beside.map(named))}.`]),
        ...datedNote(page),
      ],
      codes: beside.length === 0 ? [page.code] : beside.slice(0, 12).map((one) => one.code),
    };
  },
});
