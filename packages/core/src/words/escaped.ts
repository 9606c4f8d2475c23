/** A phrase as a pattern that means just itself. */
export function escaped(phrase: string): string {
  return phrase.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
