import type { Citation } from '../src/book/citation.ts';

/** Every citation in a value, however deep. */
export function citationsIn(value: unknown): Citation[] {
  if (Array.isArray(value)) return value.flatMap(citationsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { source, version, locator } = value as Record<string, unknown>;
  if (typeof source === 'string' && typeof version === 'string' && typeof locator === 'string')
    return [value as Citation];
  return Object.values(value).flatMap(citationsIn);
}
