const FEMALE = /\b(?:female|woman|girl|she|her|pregnant|mother|lady)\b/;
const MALE = /\b(?:male|man|boy|he|his|gentleman)\b/;
const AGE = /\b(\d{1,3})(?: ?(?:yo|yr|yrs|year|years)(?: old)?\b| y o\b)/;
const NEWBORN = /\b(?:newborn|neonate)\b/;
const MONTHS_OLD = /\b\d{1,2} (?:month|months|week|weeks|day|days) old\b/;

/** Sex and completed years, where the question tells them. */
export function patientIn(plain: string): { readonly sex: 'F' | 'M' | null; readonly age: number | null } {
  const years = AGE.exec(plain)?.[1];
  const age = years !== undefined ? Number(years) : NEWBORN.test(plain) || MONTHS_OLD.test(plain) ? 0 : null;
  const sex = FEMALE.test(plain) ? 'F' : MALE.test(plain) ? 'M' : null;
  return { sex, age: age !== null && age > 130 ? null : age };
}
