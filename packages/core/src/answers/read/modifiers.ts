/** Two characters after "modifier", "mod" or a dash behind a procedure number. */
const NAMED = /\b(?:modifiers?|mods?)\s+((?:[0-9A-Z]{2}\b(?:\s*(?:,|and|or|&|\/|vs\.?|versus)\s*)?)+)/gi;
const APPENDED = /\b[0-9A-Z]\d{3}[0-9A-Z]-([0-9A-Z]{2})\b/gi;

/** Modifiers a question names, in capitals, each once. */
export function modifiersIn(text: string): string[] {
  const found: string[] = [];
  for (const [, list = ''] of text.matchAll(NAMED))
    for (const one of list.match(/\b[0-9A-Z]{2}\b/gi) ?? []) if (/\d|^[A-Z]{2}$/.test(one)) found.push(one);
  for (const [, one = ''] of text.matchAll(APPENDED)) found.push(one);
  const words = new Set(['OR', 'VS', 'IS', 'TO', 'ON', 'DO', 'BE', 'IN']);
  return [...new Set(found.map((one) => one.toUpperCase()))].filter((one) => !words.has(one));
}
