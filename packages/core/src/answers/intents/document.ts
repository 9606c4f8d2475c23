import { intent } from '../intent.ts';
import { dayOf, listed, missed, named, pageOf, rowOf } from '../say.ts';

const ASKS =
  / (?:document|documented|documentation|record must|note must|chart must|should the note|must the note|need to say|needs to say|required in the note|specify|what is missing|query) /;

/** What a note must say for a code: what sets it apart from its neighbours, its notes, its 7th characters. */
export const document = intent({
  id: 'document',
  examples: [
    'What must the note document for I50.33?',
    'documentation needed for S52.501A',
    'what is missing for E11.9',
  ],
  read({ codes, plain }) {
    const [code, second] = codes;
    return code !== undefined && second === undefined && ASKS.test(plain)
      ? { slots: code.code, sure: 0.76 }
      : null;
  },
  answer(code, question, jobs) {
    const page = pageOf(jobs, code, question);
    if (!page.found) return missed(page, jobs);
    const { hierarchy, seventhCharacters, notes } = page;
    const beside = page.billable
      ? hierarchy.siblings
      : jobs.below(page.code, dayOf(question)).filter((one) => one.billable);
    const asked = notes.filter(({ kind }) => kind === 'codeFirst' || kind === 'useAdditionalCode');
    const lines = asked.flatMap((group) => group.notes.map((note) => ({ label: group.label, note })));
    return {
      verdict: { kind: 'value', value: page.title },
      says: [
        `Every word of the title: ${named(page)}${
          hierarchy.ancestors.length === 0
            ? ''
            : ` (under ${listed(
                hierarchy.ancestors.map(({ title }) => title),
                3,
              )})`
        }.`,
        ...(beside.length === 0 ? [] : [`It is told apart from: ${listed(beside.map(named), 10)}.`]),
        ...(seventhCharacters === null
          ? []
          : [
              `And the phase of care for the 7th character: ${listed(
                seventhCharacters.characters.map(({ character, meaning }) => `${character} ${meaning}`),
                16,
              )}.`,
            ]),
        ...lines.slice(0, 6).map(({ label, note }) => `${label}: “${note.text}”.`),
      ],
      codes: [page.code],
      citations: [
        ...rowOf(page),
        ...lines.slice(0, 6).map(({ note }) => ({ ...note.citation, quote: note.text })),
      ],
    };
  },
});
