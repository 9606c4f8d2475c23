import { z } from '@hono/zod-openapi';
import { systemSchema } from '../http/common-schemas.ts';
import { given } from '../http/given.ts';
import { searchResultSchema } from '../http/schemas.ts';
import { operation } from './operation.ts';

export const searchCodes = operation({
  id: 'search-codes',
  method: 'get',
  path: '/api/search',
  summary: 'Find codes',
  about: 'Ranked codes, each with why it is one',
  input: z.strictObject({
    q: z.string().max(400),
    limit: z.coerce.number().int().min(1).max(200).optional(),
    system: systemSchema.optional(),
    billable: z
      .stringbool()
      .optional()
      .openapi({ type: 'boolean', description: 'Only codes that may stand on a claim' }),
    date: z.iso.date().optional(),
  }),
  output: searchResultSchema,
  scope: 'book:read',
  load: 'light',
  run({ casebook }, { q, limit, system, billable, date }) {
    const systems = system === undefined ? undefined : [system];
    const outcome = casebook.search(q, given({ limit, systems, billable, asOf: date }));
    return outcome.ok ? { ok: true, value: { hits: outcome.hits } } : outcome;
  },
});
