import { describe, expect, test } from 'vitest';
import { dosesIn, unitOfTitle, unitsForDose } from './dose.ts';

const units = (said: string, title: string): number | null => {
  const [dose] = dosesIn(said);
  const unit = unitOfTitle(title);
  return dose === undefined || unit === null ? null : unitsForDose(dose, unit);
};

describe('units of a drug: what the title calls one, started units whole', () => {
  test.each([
    ['80 mg', 'Injection, testdrug, per 40 mg', 2],
    ['30 mg', 'Injection, testdrug, up to 50 mg', 1],
    ['51 mg', 'Injection, testdrug, up to 50 mg', 2],
    ['1 g', 'Injection, testdrug sodium, per 250 mg', 4],
    ['1,000 mcg', 'Injection, testdrug, up to 1000 mcg', 1],
    ['2.4 million units', 'Injection, testdrug, 100,000 units', 24],
    ['0.5 mg', 'Injection, testdrug, 25 mcg', 20],
    ['12 mg', 'Injection, testdrug acetate 3 mg and testdrug sodium phosphate 3 mg', 2],
  ])('%s of %s', (said, title, expected) => {
    expect(units(said, title)).toBe(expected);
  });
  test('a volume is no mass, a strength is no dose', () => {
    expect(units('2 ml', 'Injection, testdrug, 10 mg')).toBeNull();
    expect(dosesIn('40 mg/ml')).toEqual([]);
    expect(dosesIn('80 mg/m2 = 142 mg')).toMatchObject([{ amount: 142_000 }]);
  });
});
