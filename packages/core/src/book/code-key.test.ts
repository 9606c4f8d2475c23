import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeKey, dotless, dotted, keyAfterPrefix } from './code-key.ts';

const code = fc.stringMatching(/^[0-9A-Z]{1,7}$/);

describe('codeKey', () => {
  it('orders as the codes do, dots and case aside', () => {
    fc.assert(
      fc.property(code, code, (a, b) => {
        expect(Math.sign(codeKey(a) - codeKey(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
        expect(codeKey(a.toLowerCase())).toBe(codeKey(a));
        expect(codeKey(dotted(a))).toBe(codeKey(a));
      }),
    );
  });

  it('is -1 for what cannot be a code', () => {
    for (const text of ['', '   ', 'K22.0-', 'ABCDEFGH', 'é22', 'K22,0', '\ud800'])
      expect(codeKey(text)).toBe(-1);
  });

  it('a prefix range holds exactly the extensions of the prefix', () => {
    fc.assert(
      fc.property(code, code, (prefix, other) => {
        const inside = codeKey(other) >= codeKey(prefix) && codeKey(other) < keyAfterPrefix(prefix);
        expect(inside).toBe(other.startsWith(prefix));
      }),
    );
  });
});

describe('dotted and dotless', () => {
  it('undo each other', () => {
    fc.assert(
      fc.property(code, (plain) => {
        expect(dotless(dotted(plain))).toBe(plain);
      }),
    );
    expect(dotted('K220')).toBe('K22.0');
    expect(dotted('K22')).toBe('K22');
  });
});
