import type { Problem, ProblemId } from '@casebook/core';

const STATUS: Readonly<Partial<Record<ProblemId, number>>> = {
  'unknown-code': 404,
  'code-not-valid-on-date': 404,
  'unknown-guideline': 404,
  'unknown-citation': 404,
  'unknown-example': 404,
  'server-busy': 503,
  'note-too-slow': 504,
  'request-cancelled': 499,
  internal: 500,
};

/** 404 for what the book does not have, 409 for a release that must be loaded first, 400 for the rest. */
export function statusOf({ id, exitCode }: Problem): number {
  return STATUS[id] ?? (exitCode === 3 ? 409 : 400);
}
