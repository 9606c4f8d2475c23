import { z } from '@hono/zod-openapi';
import { given } from '../http/given.ts';
import { citedSchema } from '../http/schemas.ts';
import { operation } from './operation.ts';

export const openCitation = operation({
  id: 'open-citation',
  method: 'get',
  path: '/api/citations',
  summary: 'The words at the place a citation names',
  about: 'Title, verbatim quotation, publisher’s file, row or page',
  input: z.strictObject({
    source: z.string().max(40).openapi({ example: 'icd10cm-tabular' }),
    version: z.string().max(20).optional(),
    locator: z.string().max(400).openapi({ example: 'K22 excludes1 1' }),
  }),
  output: citedSchema,
  scope: 'book:read',
  load: 'light',
  run({ casebook }, { source, version, locator }) {
    const outcome = casebook.cite({ source, locator, ...given({ version }) });
    return outcome.ok ? { ok: true, value: outcome.cited } : outcome;
  },
});
