import type { PcsKeyRow } from '../../book/rows.ts';
import { readXml, tidy } from '../files/xml.ts';
import { fault } from '../problem.ts';

/**
 * The definitions XML: what each value means, and the keys that turn a clinician's words into a value (body part,
 * device and substance keys are the `includes` of a term). Device aggregation says which general value stands for a
 * specific device where the table lacks it.
 */
export function parsePcsDefinitions(name: string, bytes: Buffer): PcsKeyRow[] {
  const rows: PcsKeyRow[] = [];
  const parents: string[] = [];
  let section = '';
  let axis = '';
  let terms = { titles: [] as string[], definition: '', includes: [] as string[] };
  let device = { name: '', operation: '', systems: [] as string[] };
  let text = '';

  const closeTerms = (): void => {
    for (const preferred of terms.titles) {
      if (terms.definition !== '')
        rows.push({ axis, section, term: preferred, preferred, definition: terms.definition });
      for (const term of terms.includes) rows.push({ axis, section, term, preferred });
    }
  };

  readXml(name, bytes, {
    open: (element, attributes) => {
      if (element === 'section') section = attributes.code ?? '';
      else if (element === 'terms') terms = { titles: [], definition: '', includes: [] };
      else if (element === 'aggregate') device = { name: '', operation: '', systems: [] };
      parents.push(element);
      text = '';
    },
    text: (more) => {
      text += more;
    },
    close: (element) => {
      parents.pop();
      const within = parents.at(-1);
      const words = tidy(text);
      if (element === 'title' && within === 'axis') axis = words.toLowerCase();
      else if (element === 'title' && within === 'terms') terms.titles.push(words);
      else if (element === 'includes' && within === 'terms') terms.includes.push(words);
      else if (element === 'definition' || element === 'explanation')
        terms.definition = terms.definition === '' ? words : `${terms.definition}. ${words}`;
      else if (element === 'terms') closeTerms();
      else if (element === 'device') device.name = words;
      else if (element === 'operation') device.operation = words;
      else if (element === 'bodySys') device.systems.push(words);
      else if (element === 'parent')
        rows.push({
          axis: 'device aggregation',
          term: device.name,
          preferred: words,
          definition: `${device.operation}: ${device.systems.join('; ')}`,
        });
      text = '';
    },
  });
  if (rows.length === 0) throw fault(name, '', 'no terms; expected PCS definitions (section > axis > terms)');
  return rows;
}
