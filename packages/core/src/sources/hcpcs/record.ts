/** One code or modifier as the Level II file gives it, continuation lines joined; blank where the file is blank. */
export interface HcpcsRecord {
  readonly code: string;
  readonly kind: 'code' | 'modifier';
  readonly long: string;
  readonly short: string;
  /** By the names of {@link FIELDS}; only what is filled in. */
  readonly values: Readonly<Record<string, string>>;
  /** YYYYMMDD, blank when the file gives none. */
  readonly added: string;
  readonly actionEffective: string;
  readonly terminated: string;
  readonly locator: string;
}

interface HcpcsField {
  readonly name: string;
  /** 1-based first and last position in the 320-column text (2019 contractor record layout). */
  readonly from: number;
  readonly to: number;
  /** Width of one value where the field repeats. */
  readonly each: number;
  /** Column headings of the workbook. */
  readonly columns: readonly string[];
}

const field = (name: string, from: number, to: number, each: number, columns: string): HcpcsField => ({
  name,
  from,
  to,
  each,
  columns: columns.split(','),
});

/** What goes to the code page beside title and dates. The outpatient columns are no longer filled and are left out. */
export const FIELDS: readonly HcpcsField[] = [
  field('pricing', 120, 127, 2, 'PRICE1,PRICE2,PRICE3,PRICE4'),
  field('multiple pricing', 128, 128, 1, 'MULT_PI'),
  field('coverage issues manual', 129, 146, 6, 'CIM1,CIM2,CIM3'),
  field('carriers manual', 147, 170, 8, 'MCM1,MCM2,MCM3'),
  field('statute', 171, 180, 10, 'STATUTE'),
  field(
    'lab certification',
    181,
    204,
    3,
    'LABCERT1,LABCERT2,LABCERT3,LABCERT4,LABCERT5,LABCERT6,LABCERT7,LABCERT8',
  ),
  field('cross reference', 205, 229, 5, 'XREF1,XREF2,XREF3,XREF4,XREF5'),
  field('coverage', 230, 230, 1, 'COV'),
  field('surgical centre group', 231, 232, 2, 'ASC_GRP'),
  field('processing note', 253, 256, 4, 'PROCNOTE'),
  field('betos', 257, 259, 3, 'BETOS'),
  field('type of service', 261, 265, 1, 'TOS1,TOS2,TOS3,TOS4,TOS5'),
  field('anesthesia base units', 266, 268, 3, 'ANEST_BU'),
  field('action', 293, 293, 1, 'ACTION CD'),
];

/** Level II codes are a letter and four digits; D is the dental association's. */
export const CODE = /^[A-V]\d{4}$/;
export const MODIFIER = /^[A-Z][A-Z0-9]$/;
