import { drugTable } from '../drugs/drug-table.ts';
import type { Encounter, EncounterRule } from './encounter.ts';
import { addCode, reject } from './encounter.ts';
import { spanSupport } from './said.ts';

const COMES =
  /\b(?:here|present(?:s|ed|ing)?|seen|admitted|admission|encounter|visit|returns?|comes? in|came in|arriv(?:es|ed))\b[^.;\n]{0,40}\b(?:for|to (?:receive|start|begin|undergo|get))\b[^.;\n]{0,40}$/;
const GIVEN_NOW =
  /^[^.;\n]{0,25}\b(?:infusion|cycle|administration|treatment|session|fraction)s?\b[^.;\n]{0,20}\b(?:today|given|tolerated|number|#?\d+)\b/;
const NOW =
  /\b(?:proceed\w*|cycle #?\d+(?:,? day \d+)?(?: of)?|day \d+ of|receiving)(?: with)?[ -]+(?:\w+[ -]+){0,2}$/;
const TODAY = /\btoday\b|\binfusion\b/;
const NOT_NOW =
  /\b(?:due to|from|secondary to|after|following|since|complet\w*|finish\w*|s\/p|status post|prior|previous\w*|hold\w*|held|defer\w*|declin\w*|refus\w*|consider\w*|discuss\w*|plan\w*|schedul\w*|future|candidate|history of|neoadjuvant|adjuvant|hepatotoxic|caused by|had|no)\b[^.;,\n]{0,40}$/;
const RADIATION =
  /\b(?:radiation(?: therapy| treatment)?|radiotherapy|xrt|imrt|sbrt|brachytherapy|external beam)\b/g;

/**
 * An encounter only for chemotherapy, immunotherapy or radiation of a malignancy has that treatment first and the
 * malignancy second (Guidelines I.C.2.e.2). A treatment only told as a cause or as past is none of today's.
 */
export const cancerTreatment: EncounterRule = {
  id: 'cancer-treatment',
  meta: { phase: 'status', authority: 'Guidelines I.C.2.e.2, I.C.21.c.7' },
  apply(encounter) {
    let next = withoutPast(encounter);
    const malignant = [...encounter.drafts, ...encounter.weak].some(({ code }) =>
      /^C|^D0|^D4[5-7]/.test(code),
    );
    if (!malignant) return next;
    const { document } = encounter;
    const table = drugTable(encounter.release, encounter.lexicon);
    document.sentences.forEach((sentence) => {
      const text = document.text.slice(sentence.start, sentence.end).toLowerCase();
      if (/^(?:past|family)/.test(document.sections[sentence.section]?.kind ?? '')) return;
      if (!WORTH_READING.test(text)) return;
      const given: { code: string; start: number; end: number }[] = [];
      for (const { row, span, words } of table.in(document, sentence)) {
        const stem = row.cells?.[4] ?? '';
        if (!/^T45\.(?:1|A)/.test(stem)) continue;
        const immune = stem.startsWith('T45.A') || words.some((word) => word.endsWith('mab'));
        given.push({
          code: immune ? 'Z51.12' : 'Z51.11',
          start: span.start - sentence.start,
          end: span.end - sentence.start,
        });
      }
      for (const match of text.matchAll(RADIATION))
        given.push({ code: 'Z51.0', start: match.index, end: match.index + match[0].length });
      for (const { code, start, end } of given) {
        const before = text.slice(0, start);
        const after = text.slice(end);
        if (NOT_NOW.test(before)) continue;
        if (
          !(
            COMES.test(before) ||
            GIVEN_NOW.test(after) ||
            NOW.test(before) ||
            /^ (?:infusion|cycle)\b/.test(after)
          )
        )
          continue;
        if (code === 'Z51.0' && !COMES.test(before) && !TODAY.test(text)) continue;
        const said = spanSupport(encounter, { start: sentence.start + start, end: sentence.start + end });
        if (said?.assertion.assertion === 'present')
          next = addCode(next, code, [said], 0.8, cancerTreatment, 'the encounter is for this treatment');
      }
    });
    return next;
  },
};

const WORTH_READING =
  /chemo|infus|cycle|radia|radioth|xrt|imrt|sbrt|brachy|immunoth|treatment|proceed|day \d|beam|for |given|administered/;

/** "Neutropenia due to chemotherapy", "completed chemotherapy" tell no encounter for it. */
function withoutPast(encounter: Encounter): Encounter {
  const text = encounter.document.text.toLowerCase();
  let next = encounter;
  for (const draft of encounter.drafts)
    if (
      /^Z51\.[01]/.test(draft.code) &&
      draft.supports.every(({ span }) => NOT_NOW.test(text.slice(Math.max(0, span.start - 60), span.start)))
    )
      next = reject(next, draft, { kind: 'only-past' });
  return next;
}
