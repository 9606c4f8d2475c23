import { z } from '@hono/zod-openapi';
import { releaseSchema } from '../http/schemas.ts';
import { operation } from './operation.ts';

export const listReleases = operation({
  id: 'list-releases',
  method: 'get',
  path: '/api/releases',
  summary: 'What the book is made of',
  about: 'By source, newest first',
  input: z.strictObject({}),
  output: z.array(releaseSchema).readonly(),
  scope: 'book:read',
  load: 'light',
  run: ({ casebook }) => ({ ok: true, value: casebook.releases() }),
});
