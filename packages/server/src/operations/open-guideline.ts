import { z } from '@hono/zod-openapi';
import { guidelineSchema } from '../http/schemas.ts';
import { operation } from './operation.ts';

export const openGuideline = operation({
  id: 'open-guideline',
  method: 'get',
  path: '/api/guidelines/{section}',
  summary: 'A section of the Official Guidelines with everything below it',
  about: 'In printed order',
  input: z.strictObject({
    section: z.string().max(40).openapi({ example: 'I.C.9.a' }),
    date: z.iso.date().optional(),
  }),
  output: guidelineSchema,
  scope: 'book:read',
  load: 'light',
  run({ casebook }, { section, date }) {
    const outcome = casebook.guideline(section, date);
    return outcome.ok ? { ok: true, value: outcome.guideline } : outcome;
  },
});
