import { addCode, type EncounterRule, under } from './encounter.ts';
import { spanSupport } from './said.ts';

const BMI = /\b(?:BMI|body mass index)\b[^0-9\n]{0,20}(\d{2}(?:\.\d{1,2})?)/i;

/**
 * A body mass index may come from any clinician, but only beside the provider's associated diagnosis, and not in
 * pregnancy (Guidelines I.B.14, I.C.21.c.3). Adults only: the paediatric codes need a percentile.
 */
export const bodyMassIndex: EncounterRule = {
  id: 'body-mass-index',
  meta: { phase: 'status', authority: 'Guidelines I.B.14', after: ['obesity-class'] },
  apply(encounter) {
    const weight = encounter.drafts.find((draft) =>
      under(draft.code, 'E66', 'E44', 'E43', 'E46', 'R63.4', 'R63.5', 'R63.6'),
    );
    const pregnant = encounter.drafts.some((draft) => draft.code.startsWith('O'));
    const { age } = encounter.context;
    const match = BMI.exec(encounter.document.text);
    if (weight === undefined || pregnant || match === null || (age !== undefined && age < 20))
      return encounter;
    const value = Number(match[1]);
    const code = codeFor(value);
    if (code === null) return encounter;
    const said = spanSupport(encounter, { start: match.index, end: match.index + match[0].length });
    if (said === null) return encounter;
    return addCode(
      encounter,
      code,
      [said],
      0.8,
      bodyMassIndex,
      `body mass index ${match[1]} beside ${weight.code}`,
    );
  },
};

function codeFor(value: number): string | null {
  if (value < 12 || value > 99) return null;
  if (value < 20) return 'Z68.1';
  if (value >= 70) return 'Z68.45';
  if (value >= 60) return 'Z68.44';
  if (value >= 50) return 'Z68.43';
  if (value >= 45) return 'Z68.42';
  if (value >= 40) return 'Z68.41';
  const whole = Math.floor(value);
  return `Z68.${Math.floor(whole / 10)}${whole % 10}`;
}
