import { z } from '@hono/zod-openapi';
import { exampleSummarySchema } from '../http/schemas.ts';
import { operation } from './operation.ts';

export const listExamples = operation({
  id: 'list-examples',
  method: 'get',
  path: '/api/examples',
  summary: 'Example notes of ours',
  about: 'Their names',
  input: z.strictObject({}),
  output: z.array(exampleSummarySchema).readonly(),
  scope: 'book:read',
  load: 'light',
  run: ({ casebook }) => ({ ok: true, value: casebook.examples() }),
});
