import { z } from '@hono/zod-openapi';
import { exampleSchema } from '../http/schemas.ts';
import { operation } from './operation.ts';

export const openExample = operation({
  id: 'open-example',
  method: 'get',
  path: '/api/examples/{name}',
  summary: 'An example note',
  about: 'The note',
  input: z.strictObject({ name: z.string().max(100) }),
  output: exampleSchema,
  scope: 'book:read',
  load: 'light',
  run({ casebook }, { name }) {
    const outcome = casebook.example(name);
    return outcome.ok ? { ok: true, value: outcome.example } : outcome;
  },
});
