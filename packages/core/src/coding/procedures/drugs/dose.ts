/** An amount of a drug in the smallest unit of its kind: micrograms, international units, microliters, milliequivalents. */
export interface Dose {
  readonly amount: number;
  readonly kind: 'mass' | 'units' | 'volume' | 'equivalents' | 'dose';
}

const SCALE: readonly (readonly [RegExp, Dose['kind'], number])[] = [
  [/^(?:mcg|ug|micrograms?|µg|μg)$/, 'mass', 1],
  [/^(?:mg|mgs|milligrams?)$/, 'mass', 1000],
  [/^(?:g|gm|gms|gram|grams)$/, 'mass', 1_000_000],
  [/^(?:units?|iu|i\.u\.|u)$/, 'units', 1],
  [/^(?:ml|mls|cc|ccs)$/, 'volume', 1],
  [/^(?:l|liters?)$/, 'volume', 1000],
  [/^(?:meq|meqs)$/, 'equivalents', 1],
];
const AMOUNT =
  /(\d+(?:,\d{3})+|\d+(?:\.\d+)?|\.\d+)\s*(million\s+)?-?\s*(mcg|ug|micrograms?|µg|μg|mgs?|milligrams?|grams?|gms?|g|units?|iu|i\.u\.|u|mls?|ccs?|liters?|l|meqs?)\b/gi;

/** The doses a text gives, in order; `mg/kg`, `mg/ml` and `mg/m2` are strengths, not doses. */
export function dosesIn(text: string): (Dose & { readonly start: number; readonly end: number })[] {
  const doses: (Dose & { start: number; end: number })[] = [];
  for (const found of text.matchAll(AMOUNT)) {
    const end = found.index + found[0].length;
    if (/^\s*(?:\/|per\s)\s*(?:kg|m2|m²|ml|cc|hr|h\b|d\b|day|mL)/i.test(text.slice(end, end + 8))) continue;
    const dose = doseOf(found[1] ?? '', found[3] ?? '');
    if (dose === null) continue;
    const amount = found[2] === undefined ? dose.amount : dose.amount * 1_000_000;
    doses.push({ ...dose, amount, start: found.index, end });
  }
  return doses;
}

function doseOf(number: string, unit: string): Dose | null {
  const value = Number(number.replace(/,/g, ''));
  for (const [pattern, kind, scale] of SCALE)
    if (pattern.test(unit.toLowerCase())) return { amount: value * scale, kind };
  return null;
}

/**
 * What one unit of a Level II code stands for, as its title in the loaded file says: `per 15 mg`, `up to 50 mg`,
 * `1 mg`. A title of two parts given together (3 mg and 3 mg) is their sum; `per dose` is one.
 */
export function unitOfTitle(title: string): Dose | null {
  const plain = title.replace(/\([^)]*(?:\)|$)/g, ' ');
  const together = /(\d+(?:\.\d+)?)\s*mg and [a-z ]+?(\d+(?:\.\d+)?)\s*mg\s*$/i.exec(plain.trim());
  if (together !== null) return { amount: (Number(together[1]) + Number(together[2])) * 1000, kind: 'mass' };
  const [first] = dosesIn(plain);
  if (first !== undefined) return { amount: first.amount, kind: first.kind };
  return /\bper (?:study )?dose\b/i.test(plain) ? { amount: 1, kind: 'dose' } : null;
}

/** Units to report for a dose: started units count whole. Null where dose and unit are of different kinds. */
export function unitsForDose(dose: Dose, unit: Dose): number | null {
  if (dose.kind !== unit.kind || unit.amount <= 0) return null;
  return Math.max(1, Math.ceil(dose.amount / unit.amount - 1e-9));
}
