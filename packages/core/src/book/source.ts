/**
 * The publications a release can come from, in the order a person looks them up, each with the code system its rows
 * belong to and the parts of it an answer cites. `procedures` is our own: numbers with plain-language names.
 * Everything that lists sources or systems (schemas, options, pages) is made from this table.
 */
const REGISTRY = [
  {
    id: 'icd10cm',
    system: 'icd10cm',
    cited: [
      'icd10cm-tabular',
      'icd10cm-index',
      'icd10cm-external-index',
      'icd10cm-neoplasms',
      'icd10cm-drugs',
      'icd10cm-conversions',
      'icd10cm-poa-exempt',
      'icd10cm-release',
    ],
  },
  {
    id: 'icd10pcs',
    system: 'icd10pcs',
    cited: ['icd10pcs-tables', 'icd10pcs-index', 'icd10pcs-keys', 'icd10pcs-conversions', 'icd10pcs-release'],
  },
  { id: 'hcpcs', system: 'hcpcs', cited: ['hcpcs', 'hcpcs-release'] },
  { id: 'guidelines', system: null, cited: ['guidelines', 'guidelines-release'] },
  { id: 'procedures', system: 'cpt', cited: ['procedures', 'procedures-release'] },
] as const;

type Registered = (typeof REGISTRY)[number];

export type SourceId = Registered['id'];

/** Code systems a code can belong to; `procedures` releases hold system `cpt` numbers. */
export type CodeSystem = Exclude<Registered['system'], null>;

/** A publication or a part of it, as citations name it: `icd10cm-tabular`, `guidelines`. */
export type CitedSource = Registered['cited'][number];

export const SOURCES = REGISTRY.map(({ id }) => id) as readonly SourceId[] as readonly [
  SourceId,
  ...SourceId[],
];

export const CODE_SYSTEMS = REGISTRY.flatMap(({ system }) =>
  system === null ? [] : [system],
) as readonly CodeSystem[] as readonly [CodeSystem, ...CodeSystem[]];

export const CITED_SOURCES: readonly CitedSource[] = REGISTRY.flatMap(({ cited }) => cited);

/** The publication a code system's releases are named by: procedure numbers have our own. */
export function sourceOf(system: CodeSystem): SourceId {
  return registered((entry) => entry.system === system).id;
}

/** The code system a publication's rows belong to; the guidelines have none. */
export function systemOf(source: SourceId): CodeSystem | null {
  return registered(({ id }) => id === source).system;
}

/** The publication that a cited part belongs to. */
export function sourceOfCited(cited: CitedSource): SourceId {
  return registered((entry) => entry.cited.some((one) => one === cited)).id;
}

/** A part of a publication by its short name; the part a bare citation means when none is given. */
export function citedPart(source: SourceId, part?: string): CitedSource {
  const { cited } = registered(({ id }) => id === source);
  if (part === undefined) return cited[0];
  const found = cited.find((one) => one === `${source}-${part}`);
  if (found === undefined) throw new Error(`${source} has no part ${part}`);
  return found;
}

function registered(is: (entry: Registered) => boolean): Registered {
  const entry = REGISTRY.find(is);
  if (entry === undefined) throw new Error('not a registered source');
  return entry;
}
