import {
  addCode,
  type Draft,
  type Encounter,
  type EncounterRule,
  recode,
  reject,
  under,
} from './encounter.ts';
import { type Saying, sayings } from './said.ts';

/** "Metastatic colon cancer to the liver": the first site is where it comes from, the second where it went. */
const SPREAD =
  /\bmetastatic\s+(?:[a-z]+\s+){1,3}?(?:cancer|carcinoma|adenocarcinoma)\s+to\s+(?:the\s+|his\s+|her\s+)?(?<to>liver|lungs?|bones?|brain|peritoneum|adrenal\s+glands?)\b/gi;

/** Organ a tumor has spread to: its secondary code, and the primary codes the bare organ would lead to. */
const SITES: readonly (readonly [words: RegExp, secondary: string, primary: readonly string[]])[] = [
  [/^liver/i, 'C78.7', ['C22']],
  [/^lung/i, 'C78.00', ['C34']],
  [/^bone/i, 'C79.51', ['C40', 'C41']],
  [/^brain/i, 'C79.31', ['C71']],
  [/^peritoneum/i, 'C78.6', ['C48']],
  [/^adrenal/i, 'C79.70', ['C74']],
];

/** "Metastatic colon cancer" alone reads as spread to the colon; with "to the liver" the colon is where it began. */
const ORIGINS: readonly (readonly [secondary: string, primary: string])[] = [
  ['C78.5', 'C18.9'],
  ['C78.00', 'C34.90'],
  ['C79.00', 'C64.9'],
  ['C79.10', 'C67.9'],
];

export const metastaticTo: EncounterRule = {
  id: 'metastatic-to',
  meta: {
    phase: 'not-so',
    authority: 'Index: Metastasis, metastatic, cancer, from specified site and to specified site',
  },
  apply(encounter) {
    let next = encounter;
    for (const saying of sayings(encounter, SPREAD)) next = readAs(next, saying);
    return next;
  },
};

function readAs(encounter: Encounter, { match, support }: Saying): Encounter {
  const site = SITES.find(([words]) => words.test(match.groups?.to ?? ''));
  if (site === undefined) return encounter;
  const [, secondary, primary] = site;
  const end = match.index + match[0].length;
  const here = (draft: Draft): boolean =>
    draft.supports.length > 0 &&
    draft.supports.every(({ span }) => span.start >= match.index && span.end <= end);
  let next = encounter;
  for (const draft of encounter.drafts) {
    if (!here(draft)) continue;
    if (under(draft.code, ...primary)) next = reject(next, draft, { kind: 'spread-here' });
    else if (under(draft.code, 'C77', 'C78', 'C79') && draft.code !== secondary) next = asOrigin(next, draft);
  }
  return addCode(next, secondary, [support], 0.8, metastaticTo, `spread to the ${match.groups?.to}`);
}

function asOrigin(encounter: Encounter, draft: Draft): Encounter {
  const origin = ORIGINS.find(([secondary]) => secondary === draft.code)?.[1];
  return origin === undefined
    ? reject(encounter, draft, { kind: 'comes-from-there' })
    : recode(encounter, draft, origin, metastaticTo, 'the site the tumor comes from');
}
