import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CodingContext, Evidence } from '../src/coding/types.ts';
import { knowledge, type StarterCoder, starterCoder } from './starter-coder.ts';

interface Expected {
  readonly code: string;
  readonly because: string;
}
interface Case {
  readonly note: string;
  readonly context: CodingContext;
  readonly mustCode: readonly Expected[];
  readonly firstListed: string;
  readonly mustReject: readonly Expected[];
  readonly mustNotCode: readonly string[];
}

const names = readdirSync(join(knowledge, 'cases')).filter((name) => name.endsWith('.json'));
let starter: StarterCoder;

beforeAll(() => {
  starter = starterCoder();
});
afterAll(() => starter.close());

/** Whether some quotation stands where the note says `because`. */
function standsAt(text: string, because: string, evidence: readonly Evidence[]): boolean {
  const start = text.indexOf(because);
  if (start < 0) throw new Error(`the note does not say: ${because}`);
  for (let at = start; at >= 0; at = text.indexOf(because, at + 1))
    if (evidence.some((span) => span.start < at + because.length && at < span.end)) return true;
  return false;
}

describe.each(names)('the example of %s', (name) => {
  const expected = JSON.parse(readFileSync(join(knowledge, 'cases', name), 'utf8')) as Case;
  const text = readFileSync(join(knowledge, '..', expected.note), 'utf8');
  const coded = () => starter.code(text, expected.context);

  test('each expected code quotes the words it is expected for', () => {
    const { codes } = coded();
    const unquoted = expected.mustCode.filter(
      ({ code, because }) =>
        !standsAt(text, because, codes.find((entry) => entry.code === code)?.evidence ?? []),
    );
    expect(unquoted.map(({ code }) => code)).toEqual([]);
  });

  test('each expected rejection quotes the words that deny it, and is not coded', () => {
    const { codes, rejected } = coded();
    const unquoted = expected.mustReject.filter(
      ({ code, because }) =>
        !standsAt(text, because, rejected.find((entry) => entry.code === code)?.evidence ?? []),
    );
    expect(unquoted.map(({ code }) => code)).toEqual([]);
    expect(expected.mustReject.filter(({ code }) => codes.some((entry) => entry.code === code))).toEqual([]);
  });

  test('the right code stands first, and no wrong one anywhere', () => {
    const { codes } = coded();
    expect(codes.find(({ role }) => role === 'principal' || role === 'first-listed')?.code).toBe(
      expected.firstListed,
    );
    expect(codes.filter(({ code }) => expected.mustNotCode.includes(code)).map(({ code }) => code)).toEqual(
      [],
    );
  });
});
