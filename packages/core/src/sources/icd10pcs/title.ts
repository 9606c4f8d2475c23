import type { PcsRow } from '../../book/rows.ts';

/**
 * A readable title from a code's axes, for books without the publisher's order file: operation and body part, the
 * device and qualifier unless they are "no …", the approach.
 */
export function titleOfPcsCode(row: PcsRow, code: string): string {
  const label = (at: 0 | 1 | 2 | 3): string =>
    row.axes[at].find(({ value }) => value === code[at + 3])?.label ?? '';
  const [place, five, six, seven] = [label(0), label(1), label(2), label(3)];
  const medical = row.axisNames[1] === 'Approach' && row.axisNames[2] === 'Device';
  if (!medical)
    return [`${row.titles[2]} ${joining(row.titles[2])}${place}`, five, six, seven].filter(said).join(', ');
  const device = said(six) ? ` with ${six}` : '';
  const target = said(seven) && row.titles[2] === 'Bypass' ? ` to ${seven}` : '';
  const qualifier = said(seven) && row.titles[2] !== 'Bypass' ? `, ${seven}` : '';
  return `${row.titles[2]} ${joining(row.titles[2])}${place}${target}${device}, ${five} Approach${qualifier}`;
}

/** Operations whose official titles read without a preposition. */
const BARE = new Set(['Bypass', 'Drainage', 'Repair', 'Replacement', 'Supplement']);

function joining(operation: string): string {
  if (operation === 'Insertion' || operation === 'Fusion') return operation === 'Insertion' ? 'into ' : '';
  return BARE.has(operation) && operation === 'Bypass' ? '' : 'of ';
}

function said(label: string): boolean {
  return label !== '' && !/^(?:No|None)\b/.test(label);
}
