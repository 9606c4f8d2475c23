import type { ExplainerRow } from '../../book/rows.ts';
import { type TableFile, wrongLine } from './table-file.ts';

/** Every page has these sections, in this order. */
export const EXPLAINER_SECTIONS = [
  'What it is',
  'Why it is done',
  'How it is done',
  'Variants',
  'Separately reportable',
  'What the note must document',
  'Coding traps',
] as const;

/** `explainers/<number>.md`: front matter, then the seven sections. */
export function readExplainer(file: TableFile): ExplainerRow {
  const { lines } = file;
  if (lines[0] !== '---') throw wrongLine(file, 1, 'expected --- and the front matter');
  const end = lines.indexOf('---', 1);
  if (end < 0) throw wrongLine(file, 1, 'the front matter has no closing ---');
  const fields: Record<string, string> = {};
  for (let i = 1; i < end; i++) {
    const [, name, value] = /^([a-z][a-z -]*):\s*(.*)$/.exec(lines[i] ?? '') ?? [];
    if (name === undefined || value === undefined) throw wrongLine(file, i + 1, 'expected "field: value"');
    fields[name] = value.trim();
  }
  const { number = '', name = '', family = '' } = fields;
  if (!/^\d{4}[0-9A-Z]$/.test(number) || !file.name.endsWith(`/${number}.md`))
    throw wrongLine(file, 1, `number "${number}" does not match the file's name`);
  if (name === '' || family === '') throw wrongLine(file, 1, 'the front matter needs name and family');
  const sections = sectionsOf(file, end + 1);
  const headings = sections.map(({ heading }) => heading);
  const missing = EXPLAINER_SECTIONS.find((heading, i) => headings[i] !== heading);
  if (missing !== undefined || headings.length !== EXPLAINER_SECTIONS.length)
    throw wrongLine(
      file,
      end + 1,
      `expected the sections ${EXPLAINER_SECTIONS.join(', ')}; has ${headings.join(', ')}`,
    );
  return { code: number, name, family, fields, sections, file: file.at };
}

function sectionsOf(file: TableFile, from: number): { heading: string; markdown: string }[] {
  const sections: { heading: string; markdown: string }[] = [];
  for (let i = from; i < file.lines.length; i++) {
    const line = file.lines[i] ?? '';
    const last = sections.at(-1);
    if (line.startsWith('## ')) sections.push({ heading: line.slice(3).trim(), markdown: '' });
    else if (last !== undefined) last.markdown += `${line}\n`;
    else if (line.trim() !== '' && !line.startsWith('# '))
      throw wrongLine(file, i + 1, 'words before the first "## " heading');
  }
  for (const section of sections) {
    section.markdown = section.markdown.trim();
    if (section.markdown === '') throw wrongLine(file, from, `the section "${section.heading}" is empty`);
  }
  return sections;
}
