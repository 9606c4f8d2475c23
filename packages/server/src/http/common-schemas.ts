/** Parts that several answers share. */
import { z } from '@hono/zod-openapi';

export const isoDate = z.iso.date().openapi({ example: '2026-03-02' });

export const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();

export const sourceSchema = z.enum(['icd10cm', 'icd10pcs', 'hcpcs', 'guidelines', 'procedures']);

export const systemSchema = z.enum(['icd10cm', 'icd10pcs', 'hcpcs', 'cpt']);

export const editionSchema = z.enum(['official', 'starter']);

export const effectiveSchema = z.tuple([z.string(), z.string()]).readonly();

export const citationSchema = z
  .object({ source: z.string(), version: z.string(), locator: z.string() })
  .openapi('Citation');

export const problemSchema = z
  .object({
    problem: z.object({
      id: z.string(),
      message: z.string(),
      remedy: z.string(),
      exitCode: z.union([z.literal(2), z.literal(3)]),
      data: z.record(z.string(), z.string()),
    }),
  })
  .openapi('Problem');

export const codeRefSchema = z
  .object({ code: z.string(), title: z.string(), billable: z.boolean() })
  .openapi('CodeRef');
