import type { PcsRow } from '../../book/rows.ts';

/** Operations whose titles read straight on to the body part. */
const BARE = new Set(['Bypass', 'Release', 'Repair', 'Reposition', 'Supplement', 'Transfer']);

/** Operations on a device: the device comes first, then where. */
const ON_DEVICE: Readonly<Record<string, string>> = {
  Insertion: 'into',
  Removal: 'from',
  Revision: 'in',
  Change: 'in',
};

/** Operations whose titles name their object between operation and body part. */
const OBJECT: Readonly<Record<string, string>> = {
  Extirpation: 'of Matter from',
  Fragmentation: 'in',
  Map: 'of',
};

/** Words that the tables print after the part they describe (`Lung, Right`). */
const AFTER =
  /^(.*?), ((?:(?:Left|Right|Bilateral|Upper|Middle|Lower|Male|Female|Anterior|Posterior|Large|Small)(?: and (?:Left|Right))?))$/;

/**
 * A readable title from a code's axes, for books without the publisher's order file. It follows the official
 * titles' word order (operation, body part, device, approach, qualifier) and is not promised to equal them.
 */
export function titleOfPcsCode(row: PcsRow, code: string): string {
  const label = (at: 0 | 1 | 2 | 3): string =>
    row.axes[at].find(({ value }) => value === code[at + 3])?.label ?? '';
  const [place, five, six, seven] = [inOrder(label(0)), label(1), label(2), label(3)];
  const operation = row.titles[2];
  const [, , axisSix] = row.axisNames;
  if (row.axisNames[1] !== 'Approach') return listed(row, place, [five, six, seven]);
  const approach = /Opening(?: Endoscopic)?$/.test(five) ? five : `${five} Approach`;
  if (axisSix === 'Substance' && said(six)) {
    const what = seven.includes(six) ? seven : six;
    return `${operation} of ${what} into ${place}, ${approach}`;
  }
  const on = ON_DEVICE[operation];
  if (on !== undefined && said(six))
    return `${operation} of ${six} ${on} ${place}, ${approach}${said(seven) ? `, ${inOrder(seven)}` : ''}`;
  const start = `${operation} ${OBJECT[operation] ?? (BARE.has(operation) ? '' : 'of')}`.trim();
  const device = said(six) ? ` with ${six}` : '';
  const towards = operation === 'Bypass' || operation === 'Transfer';
  const target = said(seven) && towards ? ` to ${inOrder(seven)}` : '';
  const qualifier = said(seven) && !towards ? `, ${inOrder(seven)}` : '';
  return `${start} ${place}${target}${device}, ${approach}${qualifier}`;
}

/** Sections without approach (imaging, therapy, …): the part, then what the other axes say. */
function listed(row: PcsRow, place: string, others: readonly string[]): string {
  const start = said(place) ? `${row.titles[2]} of ${place}` : row.titles[2];
  const [first = '', ...rest] = others.filter(said).map(inOrder);
  const joint =
    first === ''
      ? ''
      : row.axisNames[1] === 'Contrast'
        ? ` using ${/Contrast$/.test(first) ? first : `${first} Contrast`}`
        : `, ${first}`;
  return [`${start}${joint}`, ...rest].join(', ');
}

/** `Lung, Right` as it is said: Right Lung. */
function inOrder(label: string): string {
  const [, part, word] = AFTER.exec(label) ?? [];
  return part === undefined || word === undefined ? label : inOrder(`${word} ${part}`);
}

function said(label: string): boolean {
  return label !== '' && !/^(?:No|None)\b/.test(label);
}
