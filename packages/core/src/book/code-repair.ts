/** Characters that are taken for each other on paper and on a keyboard. */
const LOOK_ALIKE: Readonly<Record<string, string>> = {
  O: '0',
  '0': 'O',
  I: '1',
  '1': 'I',
  L: '1',
  S: '5',
  '5': 'S',
  B: '8',
  '8': 'B',
  Z: '2',
  '2': 'Z',
};

/** A 7th character written too early (`S8261A`), or an `X` too many or too few before it; without dots. */
export function padded(plain: string): string[] {
  const stem = plain.slice(0, -1).replace(/X+$/, '');
  if (plain.length < 5 || stem.length < 3 || stem.length > 6) return [];
  return [`${stem.padEnd(6, 'X')}${plain.slice(-1)}`];
}

/** One slip of the pen: a look-alike, two characters the wrong way round, or one too many. */
export function oneOff(plain: string): string[] {
  const texts: string[] = [];
  for (let i = 0; i < plain.length; i++) {
    const other = LOOK_ALIKE[plain[i] ?? ''];
    if (other !== undefined) texts.push(plain.slice(0, i) + other + plain.slice(i + 1));
    if (i + 1 < plain.length)
      texts.push(plain.slice(0, i) + (plain[i + 1] ?? '') + (plain[i] ?? '') + plain.slice(i + 2));
    texts.push(plain.slice(0, i) + plain.slice(i + 1));
  }
  return texts.filter((text) => text.length >= 3 && text !== plain);
}
