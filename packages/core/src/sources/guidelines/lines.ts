/** A printed line and the page it stands on. */
export interface PrintedLine {
  readonly text: string;
  /** 1-based page of the publisher's PDF. */
  readonly page: number;
}

const RUNNING_TITLE = /^ICD-10-CM Official Guidelines for Coding and Reporting$/;
const RUNNING_YEAR = /^FY 20\d\d$/;
const PAGE_NUMBER = /^Page (\d+) of \d+$/;

/** The lines of the pages in order, without the running heads; blank lines are kept, they part paragraphs. */
export function printedLines(pages: readonly string[]): PrintedLine[] {
  return pages.flatMap((page, i) => linesOf(page, i + 1, false));
}

/** The same from one text in which every page ends with its foot, `Page 2 of 121`. */
export function printedLinesOfText(text: string): PrintedLine[] {
  return linesOf(text, 1, true);
}

function linesOf(text: string, firstPage: number, counts: boolean): PrintedLine[] {
  let page = firstPage;
  const lines: PrintedLine[] = [];
  for (const raw of text.split(/\r?\n|\f/)) {
    const line = raw.replace(/\s+/g, ' ').trim();
    const number = PAGE_NUMBER.exec(line)?.[1];
    if (number !== undefined) page = counts ? Number(number) + 1 : page;
    else if (!RUNNING_TITLE.test(line) && !RUNNING_YEAR.test(line)) lines.push({ text: line, page });
  }
  return lines;
}
