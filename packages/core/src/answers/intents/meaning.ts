import type { CodePage } from '../../show/types.ts';
import type { QuotedCitation, Said } from '../answer.ts';
import { intent } from '../intent.ts';
import { datedNote, listed, missed, named, pageOf, rowOf, systemName } from '../say.ts';

const ASKS =
  / (?:what (?:is|are|does|s)|whats|mean|means|meaning|define|definition|describe|description|decode|stand for|explain|tell me about|look up) /;

/** What a code stands for: its title, and for ICD-10-PCS each character. */
export const meaning = intent({
  id: 'meaning',
  examples: ['What is K22.0?', 'K22.0', 'what does 0D848ZZ mean', 'decode 0DTJ4ZZ', 'J1100 description'],
  read({ codes, plain, text }) {
    if (codes.length === 0) return null;
    const [only] = codes;
    // A code and nothing else asks what it is.
    const bare = codes.length === 1 && only !== undefined && text.replace(/[\s?.]+$/, '').length === only.end;
    return {
      slots: codes.map(({ code }) => code),
      sure: bare && only.start === 0 ? 0.95 : ASKS.test(plain) ? 0.5 : codes.length === 1 ? 0.35 : 0.2,
    };
  },
  answer(codes, question, jobs) {
    const said = codes.slice(0, 6).map((code): Said => {
      const page = pageOf(jobs, code, question);
      return page.found ? ofPage(page) : missed(page, jobs);
    });
    const [first] = said;
    if (first === undefined) return { verdict: { kind: 'unknown' }, says: [] };
    return said.length === 1
      ? first
      : {
          verdict: { kind: 'codes' },
          says: said.flatMap(({ says }) => says.slice(0, 1)),
          codes: said.flatMap((one) => one.codes ?? []),
          citations: said.flatMap((one) => one.citations ?? []),
        };
  },
});

function ofPage(page: CodePage): Said {
  const { code, title, system, version, billable, kind, hierarchy, pcs, explainer } = page;
  const status =
    kind === 'modifier'
      ? 'a modifier'
      : billable
        ? 'valid for submission'
        : 'a heading, not valid for submission: a longer code is needed';
  const says = [`${code} is ${title} (${systemName(system)} ${version}); ${status}.`];
  const citations: QuotedCitation[] = rowOf(page);
  if (!billable && hierarchy.children.length > 0)
    says.push(`Below it: ${listed(hierarchy.children.map(named))}.`);
  if (pcs !== null) {
    says.push(
      pcs.axes
        .map(({ position, name, value, label }) => `${position} ${name}: ${value} ${label}`)
        .join('; ')
        .concat('.'),
    );
    const operation = pcs.axes.find(({ position }) => position === 3);
    if (operation?.definition !== undefined) {
      says.push(`${operation.label}: ${operation.definition}.`);
      citations.push({ ...pcs.citation });
    }
  }
  const words = explainer?.sections[0]?.markdown.split(/\n\s*\n/)[0];
  if (words !== undefined) says.push(words.replace(/\s+/g, ' ').trim());
  const facts = [
    { name: 'system', value: system },
    { name: 'billable', value: String(billable) },
    ...(hierarchy.chapter === null ? [] : [{ name: 'chapter', value: hierarchy.chapter.title }]),
  ];
  return {
    verdict: { kind: 'value', value: title },
    says: [...says, ...datedNote(page)],
    facts,
    codes: [code],
    citations,
  };
}
