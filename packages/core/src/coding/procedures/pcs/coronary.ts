/** Coronary arteries as reports name them; what counts is how many (ICD-10-PCS guideline B4.4). */
const ARTERIES: readonly RegExp[] = [
  /\b(?:LAD|left anterior descending)\b/i,
  /\b(?:RCA|right coronary)\b/i,
  /\b(?:LCX|LCx|circumflex)\b/i,
  /\b(?:OM\s?-?1?|OM\s?2|obtuse marginals?)\b/i,
  /\b(?:diagonal|D1|D2)\b/i,
  /\b(?:PDA|posterior descending)\b/i,
  /\b(?:ramus)\b/i,
  /\b(?:left main)\b/i,
  /\b(?:PLV|posterolateral)\b/i,
];

const NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  single: 1,
  two: 2,
  double: 2,
  three: 3,
  triple: 3,
  four: 4,
  quadruple: 4,
  five: 5,
  quintuple: 5,
};
const COUNT = '(\\d|one|single|two|double|three|triple|four|quadruple|five|quintuple)';
const GRAFTS = [
  new RegExp(`\\b(?:x|times)\\s?${COUNT}\\b`, 'i'),
  new RegExp(`\\b${COUNT}[- ]vessel\\b`, 'i'),
  new RegExp(`\\b${COUNT}\\s+(?:\\w+\\s+){0,2}grafts?\\b`, 'i'),
];
const STENTS = [
  new RegExp(`\\b${COUNT}\\s+(?:[\\w-]+\\s+){0,4}stents\\b`, 'i'),
  new RegExp(`\\bstents?\\s+(?:x|times)\\s?${COUNT}\\b`, 'i'),
];

const DRUG_ELUTING =
  /\b(?:drug[- ]eluting|DES|everolimus|zotarolimus|sirolimus|xience|promus|resolute|synergy|onyx|orsiro)\b/i;
const MAMMARY_LEFT = /\b(?:LIMA|left internal (?:mammary|thoracic))\b/i;
const MAMMARY_RIGHT = /\b(?:RIMA|right internal (?:mammary|thoracic))\b/i;
const RADIAL = /\bradial(?: artery)? graft\b/i;

/** `0`–`3`: one, two, three, four or more arteries. */
function arteryValue(count: number): string {
  return String(Math.min(count, 4) - 1);
}

function countIn(text: string, patterns: readonly RegExp[]): number {
  for (const pattern of patterns) {
    const word = pattern.exec(text)?.[1]?.toLowerCase();
    if (word !== undefined) return NUMBERS[word] ?? Number(word);
  }
  return 0;
}

function arteriesIn(text: string): number {
  return ARTERIES.filter((artery) => artery.test(text)).length;
}

/**
 * Dilation of coronary arteries (table 027): the arteries counted, and how many stents of which kind stay in.
 * @param text the sentences that tell of the intervention
 */
export function dilationPatterns(text: string): string[] {
  const arteries = Math.max(1, arteriesIn(text));
  const artery = arteryValue(arteries);
  if (!/(?<!without (?:a )?)(?<!no )\bstent|\bDES\b/i.test(text)) return [`027${artery}3ZZ`];
  const stents = Math.max(1, countIn(text, STENTS), arteries);
  const values = DRUG_ELUTING.test(text) ? ['4', '5', '6', '7'] : ['D', 'E', 'F', 'G'];
  return [`027${artery}3${values[Math.min(stents, 4) - 1] ?? 'D'}Z`];
}

/**
 * Bypass of coronary arteries (table 021): a code for each source of the blood; the mammary artery brings its own, a
 * vein carries it from the aorta.
 */
export function bypassPatterns(text: string): string[] {
  const total = Math.max(1, countIn(text, GRAFTS), arteriesIn(text));
  const mammary = [...(MAMMARY_LEFT.test(text) ? ['9'] : []), ...(MAMMARY_RIGHT.test(text) ? ['8'] : [])];
  const radial = RADIAL.test(text) ? 1 : 0;
  const veins = total - mammary.length - radial;
  return [
    ...mammary.map((from) => `02100Z${from}`),
    ...(radial > 0 ? [`021${arteryValue(radial)}0AW`] : []),
    ...(veins > 0 ? [`021${arteryValue(veins)}09W`] : []),
  ];
}
