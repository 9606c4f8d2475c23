import { z } from '@hono/zod-openapi';
import { statusSchema } from '../http/schemas.ts';
import { operation } from './operation.ts';

export const health = operation({
  id: 'health',
  method: 'get',
  path: '/healthz',
  summary: 'Whether the server answers, and from which book',
  about: 'It does',
  input: z.strictObject({}),
  output: statusSchema,
  scope: 'book:read',
  load: 'light',
  run: ({ casebook, version }) => ({
    ok: true,
    value: { ok: true as const, version, edition: casebook.edition },
  }),
});
