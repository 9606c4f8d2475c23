import { intent } from '../intent.ts';
import { missed, named, pageOf, rowOf } from '../say.ts';

const ASKS = / (?:units?|how many units|dose|dosage|bill for) /;
const AMOUNT =
  /(\d[\d,]*(?:\.\d+)?)\s*(mg|milligrams?|mcg|micrograms?|ug|g|gm|grams?|ml|cc|units?|iu|meq)\b/i;
const TITLE_AMOUNT =
  /(?:per\s+|,\s*)?(\d[\d,]*(?:\.\d+)?)?\s*(mg|milligrams?|mcg|micrograms?|gm|grams?|g|ml|cc|units?|iu|meq)\b/i;

/** To the smallest unit of its kind: mass in micrograms, volume in milliliters, else itself. */
const SCALES: readonly (readonly [RegExp, string, number])[] = [
  [/^(?:mcg|micrograms?|ug)$/i, 'mass', 1],
  [/^(?:mg|milligrams?)$/i, 'mass', 1000],
  [/^(?:g|gm|grams?)$/i, 'mass', 1_000_000],
  [/^(?:ml|cc)$/i, 'volume', 1],
  [/^(?:units?|iu)$/i, 'units', 1],
  [/^meq$/i, 'meq', 1],
];

interface Slots {
  readonly code: string;
  readonly amount: string | null;
}

/** Units of a drug code from the dose given; the number of units a day allows comes with the MUE tables. */
export const units = intent<Slots>({
  id: 'units',
  examples: [
    'How many units of J1100 for 8 mg?',
    'J1885 units for 30 mg given',
    'units of J1885 for ketorolac 60mg im',
  ],
  read({ codes, plain, text }) {
    const [code] = codes;
    if (code === undefined || !/^[A-Z]\d{4}$/.test(code.code)) return null;
    const rest = text.slice(code.end);
    const amount = AMOUNT.exec(rest)?.[0] ?? AMOUNT.exec(text.slice(0, code.start))?.[0] ?? null;
    return ASKS.test(plain) || amount !== null
      ? { slots: { code: code.code, amount }, sure: amount === null ? 0.66 : 0.8 }
      : null;
  },
  answer({ code, amount }, question, jobs) {
    const page = pageOf(jobs, code, question);
    if (!page.found) return missed(page, jobs);
    const base = { codes: [page.code], citations: rowOf(page) };
    const { to } = page.validity;
    const newest = jobs.releases(page.source)[0]?.effective[0];
    if (to !== null && newest !== undefined && to < newest)
      return {
        ...base,
        verdict: { kind: 'no' },
        says: [`${named(page)} ended on ${to}: no units are billed with it after that day.`],
      };
    const one = measured(TITLE_AMOUNT.exec(page.title));
    const given = amount === null ? null : measured(AMOUNT.exec(amount));
    if (one === null || given === null)
      return {
        ...base,
        verdict: { kind: 'unknown' },
        says:
          one === null
            ? [
                `${named(page)} is not counted by an amount of drug; how many units a day allows comes with the MUE tables, which are not loaded: casebook pull --from DIR --accept ama.`,
              ]
            : [`One unit is what the title says: ${named(page)}. Give the dose to have the units counted.`],
      };
    if (one.kind !== given.kind)
      return {
        ...base,
        verdict: { kind: 'unknown' },
        says: [
          `The title of ${named(page)} counts by another measure than the dose given; the label of the product gives the conversion.`,
        ],
      };
    const exact = given.amount / one.amount;
    const count = Math.max(1, Math.ceil(Math.round(exact * 1e6) / 1e6));
    return {
      ...base,
      verdict: { kind: 'value', value: count },
      says: [
        `${count} ${count === 1 ? 'unit' : 'units'} of ${named(page)}: ${given.text} ÷ ${one.text} = ${round(exact)}${count === exact ? '' : ', rounded up to a whole unit'}.`,
        'What was drawn up and not given is wastage, reported apart with JW; JZ says that nothing was discarded from a single-dose container.',
      ],
      facts: [
        { name: 'perUnit', value: one.text },
        { name: 'given', value: given.text },
      ],
    };
  },
});

function measured(
  match: RegExpExecArray | null,
): { readonly kind: string; readonly amount: number; readonly text: string } | null {
  if (match === null) return null;
  const [, number = '1', unit = ''] = match;
  const amount = Number(number.replace(/,/g, ''));
  const scale = SCALES.find(([is]) => is.test(unit));
  if (scale === undefined || !(amount > 0)) return null;
  return { kind: scale[1], amount: amount * scale[2], text: `${number} ${unit}` };
}

function round(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
