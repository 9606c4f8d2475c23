const ROWS = 12;

/**
 * A workbook's sheet names and the first rows of its first sheet, cells separated by tabs: what it is recognised
 * by. Cells are read from the beginning of the sheet and their words looked up in the shared strings, which stand
 * in no particular order.
 */
export function workbookHead(workbook: string, sheetHead: string, sharedStrings: string): string {
  const names = [...workbook.matchAll(/<sheet [^>]*\bname="([^"]*)"/g)].map((match) => match[1] ?? '');
  const rows = [...sheetHead.matchAll(/<row\b[^>]*>(.*?)<\/row>/gs)]
    .slice(0, ROWS)
    .map((match) => cellsOf(match[1] ?? ''));
  const wanted = new Map<number, string>();
  for (const cell of rows.flat()) if (cell.shared !== null) wanted.set(cell.shared, '');
  fill(wanted, sharedStrings);
  const lines = rows.map((row) =>
    row.map(({ shared, text }) => (shared === null ? text : (wanted.get(shared) ?? ''))).join('\t'),
  );
  return [...names.map((name) => `sheet ${name}`), ...lines].join('\n');
}

interface Cell {
  /** Number of its shared string; null when its text is in the cell. */
  readonly shared: number | null;
  readonly text: string;
}

function cellsOf(row: string): Cell[] {
  return [...row.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, attributes = '', inner = '']) => {
    const value = /<v>([^<]*)<\/v>/.exec(inner)?.[1] ?? '';
    if (/\bt="s"/.test(attributes)) return { shared: Number(value), text: '' };
    return { shared: null, text: value || textOf(inner) };
  });
}

function fill(wanted: Map<number, string>, sharedStrings: string): void {
  const last = Math.max(-1, ...wanted.keys());
  let number = 0;
  for (const match of sharedStrings.matchAll(/<si>(.*?)<\/si>|<si\/>/gs)) {
    if (number > last) return;
    if (wanted.has(number)) wanted.set(number, textOf(match[1] ?? ''));
    number++;
  }
}

function textOf(xml: string): string {
  const text = [...xml.matchAll(/<t\b[^>]*>([^<]*)<\/t>/g)].map((match) => match[1] ?? '').join('');
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}
