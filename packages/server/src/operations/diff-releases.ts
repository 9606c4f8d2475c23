import { z } from '@hono/zod-openapi';
import { sourceSchema } from '../http/common-schemas.ts';
import { diffSchema } from '../http/schemas.ts';
import { operation } from './operation.ts';

export const diffReleases = operation({
  id: 'diff-releases',
  method: 'get',
  path: '/api/diff/{source}/{from}/{to}',
  summary: 'What changed between two releases',
  about: 'Added, deleted and revised codes',
  input: z.strictObject({ source: sourceSchema, from: z.string(), to: z.string() }),
  output: diffSchema,
  scope: 'book:read',
  load: 'light',
  run({ casebook }, { source, from, to }) {
    const outcome = casebook.diff(source, from, to);
    return outcome.ok ? { ok: true, value: outcome.diff } : outcome;
  },
});
