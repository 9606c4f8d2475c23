import { fault } from '../problem.ts';
import { reasonOf } from './bytes.ts';

/**
 * The text of a PDF's pages, one string a page with its lines kept. `pages` stops early. The PDF reader is large,
 * so it is loaded only when there is a PDF.
 */
export async function readPdfPages(
  name: string,
  bytes: Buffer,
  pages = Number.POSITIVE_INFINITY,
): Promise<string[]> {
  const { getDocumentProxy } = await import('unpdf');
  try {
    // The reader takes over the array it is given: hand it a copy.
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    try {
      const texts: string[] = [];
      for (let number = 1; number <= Math.min(pages, document.numPages); number++) {
        const page = await document.getPage(number);
        const { items } = await page.getTextContent();
        let text = '';
        for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
        texts.push(text);
        page.cleanup();
      }
      return texts;
    } finally {
      await document.destroy();
    }
  } catch (error) {
    throw fault(name, '', `not a whole PDF (${reasonOf(error)})`);
  }
}
