import type { SeventhCharacterTable } from '../../show/types.ts';
import { intent } from '../intent.ts';
import { datedNote, listed, missed, named, pageOf, rowOf } from '../say.ts';

const ASKS =
  / (?:7th|seventh|7|extension|placeholder) (?:character|characters|char|chars|digit|digits|x) | 7th | seventh /;

/** Words of the question and the words of a character's meaning that they ask for. */
const PHASES: readonly (readonly [RegExp, RegExp])[] = [
  [/ (?:sequela|sequelae|late effect|late effects) /, /sequela/i],
  [/ nonunion /, /nonunion/i],
  [/ malunion /, /malunion/i],
  [/ delayed(?: healing)? /, /delayed healing/i],
  [
    / (?:subsequent|follow up|followup|routine healing|aftercare|cast change|cast removal|healing) /,
    /^subsequent encounter(?:(?!nonunion|malunion|delayed).)*$/i,
  ],
  [
    / (?:initial|active treatment|first (?:visit|encounter)|surgery|er visit|ed visit) /,
    /^initial encounter/i,
  ],
];

/** Which 7th character a code takes and which one a phase of care asks for (Guidelines I.A.5, I.C.19.a). */
export const seventhCharacter = intent({
  id: 'seventh-character',
  examples: [
    'Which 7th character for S52.501 at a follow-up visit?',
    'what 7th characters does S82.001 take',
    'Does K22.0 need a seventh character?',
    'which 7th character does K22.0 take?',
  ],
  read({ codes, plain }) {
    const [code] = codes;
    return code !== undefined && ASKS.test(plain) ? { slots: code.code, sure: 0.85 } : null;
  },
  answer(code, question, jobs) {
    const page = pageOf(jobs, code, question);
    if (!page.found) return missed(page, jobs);
    const { seventhCharacters: table, title } = page;
    if (table === null)
      return {
        verdict: { kind: 'no' },
        says: [
          `None: ${page.code} ${title} takes no 7th character in ${page.source} ${page.version}${page.billable ? '; it is complete as it stands' : ''}.`,
          ...datedNote(page),
        ],
        codes: [page.code],
        citations: rowOf(page),
      };
    const wanted = wantedIn(table, question.plain);
    const quote = table.characters.map(({ character, meaning }) => `${character}  ${meaning}`).join('\n');
    const base = {
      facts: table.characters.map(({ character, meaning }) => ({ name: character, value: meaning })),
      citations: [{ ...table.citation, quote }],
    };
    const [only, other] = wanted;
    if (only !== undefined && other === undefined) {
      const codes = only.codes.map((one) => one.code);
      return {
        ...base,
        verdict: { kind: 'value', value: only.character },
        says: [
          `${only.character}: ${only.meaning}.`,
          ...(codes.length === 0 ? [] : [`Written out: ${listed(only.codes.map(named), 4)}.`]),
          ...datedNote(page),
        ],
        codes: codes.slice(0, 4),
      };
    }
    const shown = wanted.length > 0 ? wanted : table.characters;
    return {
      ...base,
      verdict: { kind: 'value', value: shown.map(({ character }) => character).join(', ') },
      says: [
        `${page.code} ${title} takes one of: ${shown.map(({ character, meaning }) => `${character} ${meaning}`).join('; ')}.`,
        'Shorter codes are filled with the placeholder X up to the 6th character (Guidelines I.A.4).',
        ...datedNote(page),
      ],
      codes: [page.code],
    };
  },
});

function wantedIn(table: SeventhCharacterTable, plain: string): SeventhCharacterTable['characters'] {
  const phase = PHASES.find(([cue]) => cue.test(plain));
  if (phase === undefined) return [];
  const open = / open /.test(plain);
  const ofPhase = table.characters.filter(({ meaning }) => phase[1].test(meaning));
  const sided = ofPhase.filter(({ meaning }) => /open/i.test(meaning) === open);
  return sided.length > 0 ? sided : ofPhase;
}
