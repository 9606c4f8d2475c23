import { z } from '@hono/zod-openapi';
import { citationSchema, list } from './common-schemas.ts';

const fields = {
  question: z.string(),
  asOf: z.string().nullable(),
  intent: z.string(),
  verdict: z.object({
    kind: z.enum(['yes', 'no', 'conditional', 'value', 'codes', 'unknown']),
    value: z.union([z.number(), z.string()]).optional(),
  }),
  text: z.string(),
  facts: list(z.object({ name: z.string(), value: z.string() })),
  codes: list(z.string()),
  citations: list(citationSchema.extend({ quote: z.string().optional() })),
  unverified: list(z.string()),
  understood: z.object({
    codes: list(z.string()),
    phrase: z.string().optional(),
    date: z.string().optional(),
    setting: z.string().optional(),
    sex: z.enum(['F', 'M']).optional(),
    age: z.number().optional(),
    modifiers: list(z.string()).optional(),
    followsUp: z.boolean().optional(),
  }),
};

/** Answers to the other questions of the text stand in `also`, without an `also` of their own. */
export const answerSchema = z
  .object({ ...fields, also: list(z.object({ ...fields, also: list(z.unknown()) })) })
  .openapi('Answer');
