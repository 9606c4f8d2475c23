import { describe, expect, test } from 'vitest';
import { xlsxOf } from '../../../test/zip-of.ts';
import { hcpcsCodeRows } from './code-rows.ts';
import { hcpcsEffective, hcpcsVersionByContent, hcpcsVersionInName } from './edition.ts';
import { parseHcpcsText } from './text-file.ts';
import { parseHcpcsWorkbook } from './workbook.ts';

/** A 320-column record; `at` puts values at 1-based positions. */
function record(code: string, id: string, long: string, at: Readonly<Record<number, string>> = {}): string {
  let line = `${code.padStart(5)}00100${id}${long}`.padEnd(320);
  for (const [position, value] of Object.entries(at))
    line = line.slice(0, Number(position) - 1) + value + line.slice(Number(position) - 1 + value.length);
  return `${line}\r\n`;
}

const DATES = { 269: '20020701', 277: '20020701' };
const TEXT = [
  '***Disclaimers\t\t\r\n\r\n',
  record('A1', '7', 'A test modifier', { ...DATES, 92: 'Test mod', 230: 'C', 293: 'N' }),
  record('A0021', '3', `${'A test ride '.padEnd(78, 'x')} a`, {
    ...DATES,
    92: 'Ride',
    120: '0052',
    205: 'A0030A0040',
    285: '20171231',
  }),
  record('A0021', '4', 'and its second line'),
  record('V5364', '3', 'The last test', { 269: '20180101', 277: '20180101' }),
].join('');

describe('320-column text', () => {
  const records = parseHcpcsText('h.txt', Buffer.from(TEXT));

  test('continuation lines are joined, the disclaimer is passed over', () => {
    expect(records.map(({ code, kind }) => [code, kind])).toEqual([
      ['A1', 'modifier'],
      ['A0021', 'code'],
      ['V5364', 'code'],
    ]);
    expect(records[1]?.long).toMatch(/^A test ride x+ a and its second line$/);
    expect(records[1]?.values).toMatchObject({ pricing: '00, 52', 'cross reference': 'A0030, A0040' });
    expect(records[1]?.locator).toBe('line 4');
  });

  test('a code that ended before the release is kept and not billable', () => {
    const rows = hcpcsCodeRows(records, '2018-01-01', 0);
    expect(rows[1]).toMatchObject({ billable: false, validFrom: '2002-07-01', validTo: '2017-12-31' });
    expect(rows[2]).toMatchObject({ billable: true, validFrom: '2018-01-01' });
    expect(rows[0]?.attributes).toMatchObject({ coverage: 'C: carrier judgment', action: 'N: unchanged' });
  });

  test('a cut line and a strange one are told by their number', () => {
    expect(() => parseHcpcsText('h.txt', Buffer.from(TEXT.slice(0, -100)))).toThrow(
      /h\.txt: line 6: is 2\d\d columns long/,
    );
    expect(() => parseHcpcsText('h.txt', Buffer.from(`${TEXT}what?\r\n`))).toThrow(
      /line 7: not a Level II record/,
    );
    expect(() => parseHcpcsText('h.txt', Buffer.from(TEXT + record('A0022', '4', 'x')))).toThrow(
      /line 7: continues A0022/,
    );
  });

  test('Windows-1252 letters survive', () => {
    const bytes = Buffer.from(TEXT.replace('last', 'l\xe4st'), 'latin1');
    expect(parseHcpcsText('h.txt', bytes)[2]?.long).toBe('The läst test');
  });
});

test('the workbook says the same', async () => {
  const header = [
    'HCPC',
    'SEQNUM',
    'RECID',
    'LONG DESCRIPTION',
    'SHORT DESCRIPTION',
    'PRICE1',
    'PRICE2',
    'COV',
    'ADD DT',
    'ACT EFF DT',
    'TERM DT',
    'ACTION CD',
  ];
  const bytes = xlsxOf('H', [
    ['*** Disclaimers'],
    header,
    ['A1', '0010', '7', 'A test modifier', 'Test mod', '', '', 'C', '20020701', '20020701', '', 'N'],
    ['A0021', '0010', '3', 'A test ride', 'Ride', '00', '52', '', '20020701', '20020701', '20171231', ''],
  ]);
  const records = await parseHcpcsWorkbook('h.xlsx', bytes);
  expect(records.map(({ code, kind, values, terminated }) => [code, kind, values, terminated])).toEqual([
    ['A1', 'modifier', { coverage: 'C', action: 'N' }, ''],
    ['A0021', 'code', { pricing: '00, 52' }, '20171231'],
  ]);
  await expect(parseHcpcsWorkbook('h.xlsx', xlsxOf('H', [['HCPC', 'RECID']]))).rejects.toThrow(
    /no column "LONG DESCRIPTION"/,
  );
});

test('annual until 2019, then quarterly; by name and by the newest code', () => {
  expect(hcpcsVersionInName('x.zip › HCPC2018_CONTR_ANWEB_disc.txt')).toBe('2018');
  expect(hcpcsVersionInName('HCPC2025_OCT_ANWEB.xlsx')).toBe('2025-10');
  expect(hcpcsVersionInName('codes.xlsx')).toBeNull();
  expect(hcpcsVersionByContent(parseHcpcsText('h', Buffer.from(TEXT)))).toBe('2018');
  expect(
    hcpcsVersionByContent(parseHcpcsText('h', Buffer.from(TEXT.replaceAll('20180101', '20260415')))),
  ).toBe('2026-04');
  expect(hcpcsEffective('2025-10')).toEqual(['2025-10-01', '2025-12-31']);
  expect(hcpcsEffective('2019')).toEqual(['2019-01-01', '2019-12-31']);
});
