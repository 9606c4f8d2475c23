import { intent } from '../intent.ts';
import { listed, rowOf } from '../say.ts';

/** Modifiers: those of Level II from the publisher's file, the two-digit ones in our own words. */
export const modifier = intent({
  id: 'modifier',
  examples: [
    'What is modifier 25?',
    'When is modifier 59 used?',
    'modifier LT',
    'difference between modifier 76 and 77',
  ],
  read({ modifiers, plain }) {
    if (modifiers.length === 0) return null;
    return { slots: modifiers, sure: / (?:modifier|modifiers|mod|mods) /.test(plain) ? 0.86 : 0.4 };
  },
  answer(modifiers, { codes, date }, jobs) {
    const numbers = codes.filter(({ code }) => /^\d{4}[0-9FTUM]$/.test(code));
    const pages = modifiers.flatMap((one) => {
      const found = (['hcpcs', 'cpt'] as const)
        .map((system) => jobs.page(one, date ?? undefined, system))
        .find((page) => page.found && page.kind === 'modifier');
      return found?.found === true ? [found] : [];
    });
    const [first] = pages;
    if (first === undefined)
      return {
        verdict: { kind: 'unknown' },
        says: [`Neither the loaded HCPCS file nor our own list has a modifier ${modifiers.join(', ')}.`],
      };
    return {
      verdict: { kind: 'value', value: first.title },
      says: [
        ...pages.flatMap(({ code, title, attributes: { record, caution, authority } }) => [
          `${code}: ${title}.`,
          ...(record === undefined ? [] : [`The record must show ${record}.`]),
          ...(caution === undefined
            ? []
            : [`${caution}${authority === undefined ? '' : ` (${authority})`}.`]),
        ]),
        ...(numbers.length === 0
          ? []
          : [
              `Whether it may stand with ${listed(numbers.map(({ code }) => code))} is decided by the indicators of the fee file and the NCCI tables, which are not loaded: casebook pull --from DIR --accept ama.`,
            ]),
      ],
      facts: pages.map(({ code, title }) => ({ name: code, value: title })),
      codes: numbers.map(({ code }) => code),
      citations: pages.flatMap(rowOf),
    };
  },
});
