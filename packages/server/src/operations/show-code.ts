import { missProblem } from '@casebook/core';
import { z } from '@hono/zod-openapi';
import { codePageSchema, missingCodeSchema } from '../http/code-page-schema.ts';
import { systemSchema } from '../http/common-schemas.ts';
import { given } from '../http/given.ts';
import { operation } from './operation.ts';

export const showCode = operation({
  id: 'show-code',
  method: 'get',
  path: '/api/codes/{code}',
  summary: 'Everything the book knows of a code',
  about: 'The code page',
  input: z.strictObject({
    code: z.string().max(20).openapi({ example: 'K22.0' }),
    system: systemSchema.optional(),
    date: z.iso.date().optional(),
  }),
  output: codePageSchema,
  miss: missingCodeSchema,
  scope: 'book:read',
  load: 'light',
  run({ casebook }, { code, system, date }) {
    const page = casebook.show(code, given({ system, asOf: date }));
    return page.found
      ? { ok: true, value: page }
      : { ok: false, problem: missProblem(page, date), body: page };
  },
});
