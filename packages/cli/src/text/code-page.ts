import { type CodePage, citationText } from '@casebook/core';
import pc from 'picocolors';
import { columns, wrapped } from '../table.ts';

/** Lines of one kind shown before "and n more"; `--json` has them all. */
const MOST = 12;

/** A code page for people, top to bottom as a coder asks: what it is, what governs it, where it leads. */
export function codePageLines(page: CodePage): string[] {
  return [
    ...head(page),
    ...explainer(page),
    ...hierarchy(page),
    ...notes(page),
    ...sevenths(page),
    ...pcs(page),
    ...index(page),
    ...guidelines(page),
    ...validity(page),
    ...attributes(page),
    ...citations(page),
  ];
}

function head(page: CodePage): string[] {
  const facts = [
    page.kind === 'modifier'
      ? 'modifier'
      : page.billable
        ? 'billable'
        : 'not billable: more characters are needed',
    `${page.source} ${page.version}`,
    page.starter ? 'starter book' : '',
    ...(['tabular', 'index'] as const).map((part) =>
      page.wordsOf[part] === null ? '' : `${part === 'tabular' ? 'notes' : 'Index'} of ${page.wordsOf[part]}`,
    ),
    page.asOf === 'after-release' ? 'after this release’s last day' : '',
    page.poaExempt === true ? 'exempt from POA reporting' : '',
    page.alsoIn.length > 0 ? `also in ${page.alsoIn.join(', ')}` : '',
  ];
  return [`${pc.bold(page.code)}  ${page.title}`, pc.dim(facts.filter(Boolean).join(' · '))];
}

function explainer({ explainer }: CodePage): string[] {
  if (explainer === null) return [];
  return explainer.sections.flatMap(({ heading, markdown }) => [
    ...titled(heading),
    ...markdown.split('\n').flatMap((line) => (line.trim() === '' ? [] : wrapped(line, '  '))),
  ]);
}

function hierarchy({
  hierarchy: { chapter, section, ancestors, children, sideVariants },
}: CodePage): string[] {
  const above = [
    ...(chapter === null ? [] : [[`chapter ${chapter.chapter}`, chapter.title]]),
    ...(section === null ? [] : [[section.section, section.title]]),
    ...ancestors.map(({ code, title }) => [code, title]),
  ];
  const rows = (list: readonly { code: string; title: string }[]) =>
    list.map(({ code, title }) => [`  ${code}`, title]);
  return [
    ...block('Stands under', columns(above.map(([code = '', title = '']) => [`  ${code}`, title]))),
    ...block('Below it', capped(columns(rows(children)))),
    ...block('Other sides', columns(rows(sideVariants))),
  ];
}

function notes({ notes }: CodePage): string[] {
  return notes.flatMap(({ label, notes }) =>
    block(
      label,
      notes.flatMap(({ text, inherited, origin }) =>
        wrapped(`${text}${inherited ? pc.dim(` [from ${origin.scope}]`) : ''}`, '  '),
      ),
    ),
  );
}

function sevenths({ seventhCharacters }: CodePage): string[] {
  if (seventhCharacters === null) return [];
  const rows = seventhCharacters.characters.map(({ character, meaning, codes }) => [
    `  ${character}`,
    meaning,
    pc.dim(codes.length === 1 ? (codes[0]?.code ?? '') : ''),
  ]);
  return block(`7th character (from ${seventhCharacters.scope})`, columns(rows));
}

function pcs({ pcs }: CodePage): string[] {
  if (pcs === null) return [];
  const rows = pcs.axes.map(({ position, name, value, label, alternatives }) => [
    `  ${position}`,
    pc.bold(value),
    name,
    label,
    alternatives.length === 0
      ? ''
      : pc.dim(`or ${alternatives.map((other) => `${other.value} ${other.label}`).join(', ')}`),
  ]);
  return block(`Table ${pcs.table}`, columns(rows, { flexible: [3, 4] }));
}

function index({ index }: CodePage): string[] {
  const lines = index.map(
    ({ path, role }) => `  ${path.join(' › ')}${role === 'code' ? '' : pc.dim(` (${role})`)}`,
  );
  return block('Index', capped(lines));
}

function guidelines({ guidelines }: CodePage): string[] {
  const rows = guidelines.map(({ section, title, page, mention }) => [
    `  ${section}`,
    title,
    pc.dim(`page ${page}`),
    pc.dim(mention),
  ]);
  return block('Guidelines', capped(columns(rows, { flexible: [1] })));
}

function validity({ validity, history, conversions }: CodePage): string[] {
  const lines = [
    `  from ${validity.from}${validity.to === null ? '' : ` to ${validity.to}`}`,
    ...history.map(({ from, to, change, before, after }) => {
      const words = before === undefined || after === undefined ? '' : `: ${before} → ${after}`;
      return `  ${from} → ${to}: ${change.replace('-', ' ')}${words}`;
    }),
    ...conversions.map(({ effective, previous }) => `  before ${effective}: ${previous.join(', ')}`),
  ];
  return block('Validity', lines);
}

function attributes({ attributes }: CodePage): string[] {
  return block('More', columns(Object.entries(attributes).map(([name, value]) => [`  ${name}`, value])));
}

function citations({ citations }: CodePage): string[] {
  return ['', ...citations.map((citation) => pc.dim(citationText(citation)))];
}

function titled(title: string): string[] {
  return ['', pc.bold(title)];
}

function block(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [...titled(title), ...lines];
}

function capped(lines: readonly string[]): string[] {
  if (lines.length <= MOST) return [...lines];
  return [...lines.slice(0, MOST), pc.dim(`  and ${lines.length - MOST} more`)];
}
