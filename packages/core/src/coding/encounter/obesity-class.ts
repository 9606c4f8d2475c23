import { type EncounterRule, recode, reject, under } from './encounter.ts';
import { sayings, supportsOf } from './said.ts';

const CLASS =
  /\b(?:class (?<before>1|2|3|I{1,3}) (?:\w+ )?obesity|obesity,? class (?<after>1|2|3|I{1,3}))\b/gi;

/**
 * The provider's class of obesity is coded; a body mass index alone never gives it (Guidelines I.B.14). Morbid
 * obesity due to excess calories stays, being a cause and not a class (Excludes at E66.8).
 */
export const obesityClass: EncounterRule = {
  id: 'obesity-class',
  meta: { phase: 'status', authority: 'Guidelines I.B.14' },
  apply(encounter) {
    const found = sayings(encounter, CLASS);
    const groups = found[0]?.match.groups;
    const said = (groups?.before ?? groups?.after ?? '').toUpperCase();
    const level = ({ '1': 1, I: 1, '2': 2, II: 2, '3': 3, III: 3 } as Readonly<Record<string, number>>)[said];
    const general = encounter.drafts.find((draft) => draft.code === 'E66.9');
    if (level === undefined || general === undefined) return encounter;
    const code = `E66.81${level}`;
    if (encounter.drafts.some((draft) => under(draft.code, 'E66.81')))
      return reject(encounter, general, { kind: 'says-less', by: code });
    const told = { ...general, supports: [...general.supports, ...supportsOf(found)] };
    return recode(
      { ...encounter, drafts: encounter.drafts.map((draft) => (draft === general ? told : draft)) },
      told,
      code,
      obesityClass,
      `class ${level} is documented`,
    );
  },
};
