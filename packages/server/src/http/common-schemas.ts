/** Parts that several answers share. */
import { CITED_SOURCES, CODE_SYSTEMS, SOURCES } from '@casebook/core';
import { z } from '@hono/zod-openapi';

export const isoDate = z.iso.date().openapi({ example: '2026-03-02' });

export const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();

export const sourceSchema = z.enum(SOURCES);

export const systemSchema = z.enum(CODE_SYSTEMS);

export const editionSchema = z.enum(['official', 'starter']);

export const effectiveSchema = z.tuple([z.string(), z.string()]).readonly();

export const citationSchema = z
  .object({ source: z.enum(CITED_SOURCES), version: z.string(), locator: z.string() })
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
