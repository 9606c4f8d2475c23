import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dotless, dotted } from './code-key.ts';
import { CodeTable, encodeCodeTable } from './code-table.ts';
import type { CodeRow } from './rows.ts';

function rowsOf(codes: readonly string[]): CodeRow[] {
  const have = new Set(codes);
  return codes.map((code, i) => {
    let parent: string | undefined;
    for (let n = code.length - 1; n > 0 && parent === undefined; n--)
      if (have.has(code.slice(0, n))) parent = code.slice(0, n);
    return {
      code: dotted(code),
      title: `title of ${code} é`,
      billable: i % 2 === 0,
      kind: 'code',
      file: 0,
      locator: `line ${i + 1}`,
      ...(parent === undefined ? {} : { parent: dotted(parent) }),
    };
  });
}

const codeSets = fc.uniqueArray(fc.stringMatching(/^[0-9A-Z]{3,7}$/), { minLength: 0, maxLength: 60 });

describe('CodeTable', () => {
  it('finds every code and nothing else', () => {
    fc.assert(
      fc.property(codeSets, fc.stringMatching(/^[0-9A-Z]{1,7}$/), (codes, probe) => {
        const rows = rowsOf(codes);
        const table = new CodeTable(encodeCodeTable(rows));
        rows.forEach((row, id) => {
          expect(table.find(row.code.toLowerCase())).toBe(id);
          expect(table.code(id)).toBe(row.code);
          expect(table.title(id)).toBe(row.title);
          expect(table.billable(id)).toBe(row.billable);
        });
        expect(table.find(probe)).toBe(codes.indexOf(probe));
      }),
    );
  });

  it('a prefix lists the same codes a scan does, in code order', () => {
    fc.assert(
      fc.property(codeSets, fc.stringMatching(/^[0-9A-Z]{1,3}$/), (codes, prefix) => {
        const table = new CodeTable(encodeCodeTable(rowsOf(codes)));
        const found = table.withPrefix(prefix).map((id) => dotless(table.code(id)));
        expect(found).toEqual(codes.filter((c) => c.startsWith(prefix)).sort());
      }),
    );
  });

  it('children, ancestors and within agree with the parents', () => {
    fc.assert(
      fc.property(codeSets, (codes) => {
        const table = new CodeTable(encodeCodeTable(rowsOf(codes)));
        for (let id = 0; id < table.size; id++) {
          for (const child of table.children(id)) expect(table.parent(child)).toBe(id);
          const parent = table.parent(id);
          if (parent >= 0) expect(table.children(parent)).toContain(id);
          for (const up of table.ancestors(id)) expect(table.within(id, up)).toBe(true);
        }
      }),
    );
  });
});
