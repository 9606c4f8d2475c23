/** The code page over the wire; field for field the library's `CodePage`. */
import { z } from '@hono/zod-openapi';
import {
  citationSchema,
  codeRefSchema,
  editionSchema,
  effectiveSchema,
  list,
  problemSchema,
  sourceSchema,
  systemSchema,
} from './common-schemas.ts';

const scopeKind = z.enum(['chapter', 'section', 'code']);
const noteKind = z.enum([
  'includes',
  'inclusionTerm',
  'excludes1',
  'excludes2',
  'codeFirst',
  'useAdditionalCode',
  'codeAlso',
  'note',
  'sevenChrNote',
]);

const noteGroup = z.object({
  kind: noteKind,
  label: z.string(),
  notes: list(
    z.object({
      kind: noteKind,
      text: z.string(),
      inherited: z.boolean(),
      origin: z.object({ scopeKind, scope: z.string(), title: z.string() }),
      codes: list(z.object({ from: z.string(), to: z.string() })),
      citation: citationSchema,
    }),
  ),
});

const hierarchy = z.object({
  chapter: z.object({ chapter: z.string(), title: z.string() }).nullable(),
  section: z.object({ section: z.string(), title: z.string() }).nullable(),
  ancestors: list(codeRefSchema),
  children: list(codeRefSchema),
  siblings: list(codeRefSchema),
  sideVariants: list(codeRefSchema.extend({ side: z.enum(['left', 'right', 'bilateral', 'unspecified']) })),
});

const validity = z.object({
  from: z.string(),
  to: z.string().nullable(),
  releases: list(
    z.object({
      version: z.string(),
      effective: effectiveSchema,
      present: z.boolean(),
      billable: z.boolean(),
    }),
  ),
});

const historyEntry = z.object({
  from: z.string(),
  to: z.string(),
  change: z.enum(['added', 'deleted', 'title-revised', 'became-billable', 'became-header']),
  before: z.string().optional(),
  after: z.string().optional(),
});

const seventhCharacters = z.object({
  scope: z.string(),
  characters: list(z.object({ character: z.string(), meaning: z.string(), codes: list(codeRefSchema) })),
  citation: citationSchema,
});

const pcs = z.object({
  table: z.string(),
  axes: list(
    z.object({
      position: z.number().int(),
      name: z.string(),
      value: z.string(),
      label: z.string(),
      definition: z.string().optional(),
      alternatives: list(z.object({ value: z.string(), label: z.string(), code: z.string() })),
    }),
  ),
  citation: citationSchema,
});

export const codePageSchema = z
  .object({
    found: z.literal(true),
    system: systemSchema,
    code: z.string(),
    title: z.string(),
    shortTitle: z.string().nullable(),
    kind: z.enum(['code', 'modifier']),
    billable: z.boolean(),
    source: sourceSchema,
    version: z.string(),
    edition: editionSchema,
    starter: z.boolean(),
    wordsOf: z.object({ tabular: z.string().nullable(), index: z.string().nullable() }),
    asOf: z.enum(['on-date', 'no-date', 'after-release']),
    hierarchy,
    validity,
    history: list(historyEntry),
    conversions: list(
      z.object({ effective: z.string(), previous: list(z.string()), citation: citationSchema }),
    ),
    notes: list(noteGroup),
    seventhCharacters: seventhCharacters.nullable(),
    index: list(
      z.object({
        table: z.enum(['disease', 'external', 'neoplasm', 'drug', 'pcs']),
        path: list(z.string()),
        role: z.string(),
        citation: citationSchema,
      }),
    ),
    poaExempt: z.boolean().nullable(),
    guidelines: list(
      z.object({
        section: z.string(),
        title: z.string(),
        page: z.number().int(),
        mention: z.string(),
        names: z.enum(['code', 'below', 'category', 'range']),
        citation: citationSchema,
      }),
    ),
    pcs: pcs.nullable(),
    attributes: z.record(z.string(), z.string()),
    explainer: z
      .object({
        name: z.string(),
        family: z.string(),
        fields: z.record(z.string(), z.string()),
        sections: list(z.object({ heading: z.string(), markdown: z.string() })),
      })
      .nullable(),
    alsoIn: list(systemSchema),
    citations: list(citationSchema),
  })
  .openapi('CodePage');

/** No page: why, what is near, and the same as a problem. */
export const missingCodeSchema = problemSchema
  .extend({
    found: z.literal(false),
    code: z.string(),
    reason: z.enum(['unknown', 'not-valid-on-date', 'not-loaded', 'before-oldest']),
    system: systemSchema.optional(),
    validFrom: z.string().optional(),
    validTo: z.string().optional(),
    suggestions: list(codeRefSchema.extend({ system: systemSchema, why: z.string() })),
  })
  .openapi('MissingCode');

export type CodePage = z.infer<typeof codePageSchema>;
export type MissingCode = z.infer<typeof missingCodeSchema>;
export type CodePageResult = CodePage | MissingCode;
