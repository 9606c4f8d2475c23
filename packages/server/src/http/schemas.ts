/**
 * What goes over the wire, once: requests are checked against these, the OpenAPI page is made of them, and the
 * workbench takes its types from them. Field names are the product's contract.
 */
import { z } from '@hono/zod-openapi';
import {
  citationSchema,
  codeRefSchema,
  editionSchema,
  effectiveSchema,
  isoDate,
  list,
  type problemSchema,
  sourceSchema,
  systemSchema,
} from './common-schemas.ts';

export const contextSchema = z.object({
  setting: z.enum(['outpatient', 'inpatient', 'ed']).optional(),
  dateOfService: isoDate.optional(),
  sex: z.enum(['F', 'M']).optional(),
  age: z.number().int().min(0).max(130).optional(),
});

export const codeRequestSchema = contextSchema
  .extend({
    note: z
      .string()
      .openapi({ description: 'The note, as it is; offsets in the answer are UTF-16 positions in it.' }),
    ancillary: z.boolean().optional().openapi({
      description:
        'Also imaging, monitoring and measurement of an inpatient stay, which hospitals do not report by custom.',
    }),
  })
  .strict()
  .openapi('CodeRequest');

export const evidenceSchema = z
  .object({
    start: z.number().int(),
    end: z.number().int(),
    text: z.string(),
    section: z.string(),
    assertion: z.enum(['present', 'negated', 'possible', 'historical', 'hypothetical', 'family']),
  })
  .openapi('Evidence');

export const trailStepSchema = z
  .discriminatedUnion('step', [
    z.object({ step: z.literal('index'), path: list(z.string()), code: z.string() }),
    z.object({ step: z.enum(['title', 'inclusion']), path: list(z.string()), code: z.string() }),
    z.object({ step: z.literal('complete'), from: z.string(), code: z.string(), because: z.string() }),
    z.object({ step: z.literal('tabular'), code: z.string(), result: z.string() }),
    z.object({ step: z.literal('rule'), rule: z.string(), result: z.string(), authority: z.string() }),
    z.object({ step: z.literal('axis'), axis: z.string(), value: z.string(), because: z.string() }),
  ])
  .openapi('TrailStep');

export const codedCodeSchema = z
  .object({
    system: systemSchema,
    code: z.string(),
    title: z.string(),
    role: z.enum(['principal', 'first-listed', 'secondary', 'procedure', 'external-cause']),
    confidence: z.number().min(0).max(1),
    by: z.enum(['model', 'rule', 'table']).optional(),
    billable: z.boolean(),
    modifiers: list(z.string()).optional(),
    units: z.number().int().optional(),
    evidence: list(evidenceSchema),
    trail: list(trailStepSchema),
    alternatives: list(z.object({ code: z.string(), title: z.string(), why: z.string() })),
    queries: list(
      z.object({
        kind: z.enum(['specificity', 'laterality', 'clarification', 'conflict']),
        text: z.string(),
      }),
    ),
    citations: list(citationSchema),
  })
  .openapi('CodedCode');

export const findingSchema = z
  .object({
    rule: z.string(),
    messageId: z.string(),
    verdict: z.enum(['deny', 'review', 'info']),
    lines: list(z.number().int()),
    diagnoses: list(z.number().int()),
    data: z.record(z.string(), z.string()),
    message: z.string(),
    fix: z.string().optional(),
    citations: list(citationSchema),
  })
  .openapi('Finding');

export const rejectedSchema = z
  .object({ code: z.string(), title: z.string(), why: z.string(), evidence: list(evidenceSchema) })
  .openapi('RejectedCode');

export const codedNoteSchema = z
  .object({
    context: contextSchema,
    book: list(
      z.object({
        source: sourceSchema,
        version: z.string(),
        edition: editionSchema,
        effective: effectiveSchema,
      }),
    ),
    codes: list(codedCodeSchema),
    rejected: list(rejectedSchema),
    unnumbered: list(
      z.object({ text: z.string(), start: z.number().int(), end: z.number().int(), why: z.string() }),
    ),
    findings: list(findingSchema),
    notChecked: list(z.object({ rule: z.string(), needs: z.string() })),
    elapsedMs: z.number(),
  })
  .openapi('CodedNote');

export const searchHitSchema = z
  .object({
    system: systemSchema,
    code: z.string(),
    title: z.string(),
    billable: z.boolean(),
    why: z.string(),
  })
  .openapi('SearchHit');
export const searchResultSchema = z.object({ hits: list(searchHitSchema) }).openapi('SearchResult');

export const releaseSchema = z
  .object({
    source: sourceSchema,
    version: z.string(),
    edition: editionSchema,
    effective: effectiveSchema,
    rows: z.number().int(),
    billable: z.number().int(),
    modifiers: z.number().int(),
    wordsOf: z.object({ tabular: z.string().nullable(), index: z.string().nullable() }),
    files: list(z.object({ name: z.string(), sha256: z.string() })),
  })
  .openapi('Release');

export const diffSchema = z
  .object({
    found: z.literal(true),
    source: sourceSchema,
    from: z.string(),
    to: z.string(),
    added: list(codeRefSchema),
    deleted: list(codeRefSchema),
    revised: list(z.object({ code: z.string(), before: z.string(), after: z.string() })),
    becameBillable: list(codeRefSchema),
    becameHeader: list(codeRefSchema),
  })
  .openapi('ReleaseDiff');

export const guidelineSchema = z
  .object({
    source: z.literal('guidelines'),
    version: z.string(),
    sections: list(
      z.object({ section: z.string(), title: z.string(), page: z.number().int(), text: z.string() }),
    ),
  })
  .openapi('Guideline');

export const exampleSummarySchema = z
  .object({ name: z.string(), title: z.string() })
  .openapi('ExampleSummary');
export const exampleSchema = exampleSummarySchema
  .extend({ text: z.string(), context: contextSchema })
  .openapi('Example');

export const statusSchema = z
  .object({ ok: z.literal(true), version: z.string(), edition: editionSchema })
  .openapi('Status');

export type CodeContext = z.infer<typeof contextSchema>;
export type CodeRequest = z.infer<typeof codeRequestSchema>;
export type CodedNote = z.infer<typeof codedNoteSchema>;
export type CodedCode = z.infer<typeof codedCodeSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;
export type Finding = z.infer<typeof findingSchema>;
export type RejectedCode = z.infer<typeof rejectedSchema>;
export type TrailStep = z.infer<typeof trailStepSchema>;
export type Citation = z.infer<typeof citationSchema>;
export type SearchResult = z.infer<typeof searchResultSchema>;
export type SearchHit = z.infer<typeof searchHitSchema>;
export type ReleaseSummary = z.infer<typeof releaseSchema>;
export type Guideline = z.infer<typeof guidelineSchema>;
export type GuidelineSection = Guideline['sections'][number];
export type ExampleSummary = z.infer<typeof exampleSummarySchema>;
export type Example = z.infer<typeof exampleSchema>;
export type ProblemBody = z.infer<typeof problemSchema>;
export type Status = z.infer<typeof statusSchema>;
export type CodeRef = z.infer<typeof codeRefSchema>;
export type ReleaseDiff = z.infer<typeof diffSchema>;
export type { CodePage, CodePageResult, MissingCode } from './code-page-schema.ts';

export const citedSchema = z
  .object({
    citation: citationSchema,
    title: z.string(),
    quote: z.string(),
    file: z.string().optional(),
    row: z.string().optional(),
    page: z.number().int().optional(),
  })
  .openapi('Cited');
