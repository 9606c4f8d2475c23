import type { GuidelineRow } from '../../book/rows.ts';
import { saidLines, type TableFile, wrongLine } from './table-file.ts';

const COLUMNS = 7;

/**
 * `guideline-rules.tsv`: id, cues, verdict, section, page, heading, answer. The starter's guidelines are its sections in
 * our own words, one row a section, in the order they first stand.
 */
export function readGuidelineRules(file: TableFile): GuidelineRow[] {
  const rows = new Map<string, GuidelineRow>();
  for (const [line, number] of saidLines(file)) {
    const cells = line.split('\t').map((cell) => cell.trim());
    const [, , verdict = '', section = '', page = '', title = '', says = ''] = cells;
    if (cells.length !== COLUMNS || cells.some((cell) => cell === ''))
      throw wrongLine(
        file,
        number,
        'expected id, cues, verdict, section, page, heading, answer, tab-separated',
      );
    if (!/^(?:yes|no|conditional)$/.test(verdict))
      throw wrongLine(file, number, `"${verdict}" is no verdict; expected yes, no or conditional`);
    if (!/^\d+$/.test(page)) throw wrongLine(file, number, `"${page}" is no page`);
    const known = rows.get(section);
    rows.set(
      section,
      known === undefined
        ? { section, title, page: Number(page), text: `${says}.`, file: file.at }
        : { ...known, text: `${known.text} ${says}.` },
    );
  }
  return [...rows.values()];
}
