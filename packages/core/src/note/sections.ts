import type { Lexicon } from '../words/lexicon.ts';
import { type HeadingKind, headingTable, headingWord } from './heading-table.ts';
import type { PhraseTrie } from './phrase-trie.ts';
import type { Tokenized } from './tokenize.ts';
import type { Section, SectionKind, Token } from './types.ts';

/** Sections, and the tokens that are headings rather than the note's words. */
export interface SectionReading {
  readonly sections: Section[];
  /** First body token of each section; its heading's tokens lie before it. */
  readonly bodyTokens: number[];
  /** First token of each section. */
  readonly firstTokens: number[];
}

const LONGEST_HEADING = 14;

/** Sections whose text is short: an unknown heading after them starts something else rather than continuing them. */
const SHORT_SECTIONS: ReadonlySet<SectionKind> = new Set([
  'family-history',
  'social-history',
  'allergies',
  'immunizations',
  'vital-signs',
  'anesthesia',
  'specimens',
  'complications',
  'title',
  'preoperative-diagnosis',
  'postoperative-diagnosis',
  'procedure',
  'condition-at-discharge',
  'chief-complaint',
  'medications',
]);

/** Sections that have no parts named after body systems: such a label after them belongs to an examination or a review. */
const NEVER_BY_SYSTEM: ReadonlySet<SectionKind> = new Set([
  'family-history',
  'social-history',
  'allergies',
  'immunizations',
  'medications',
]);

/** The kind of section a heading opens after one of kind `open`, or null where it only continues that. */
function kindUnder(open: SectionKind, found: HeadingKind | 'unknown'): SectionKind | null {
  if (found === 'unknown') return SHORT_SECTIONS.has(open) ? 'other' : null;
  if (found !== 'inherit') return found;
  if (open === 'vital-signs') return 'physical-exam';
  return NEVER_BY_SYSTEM.has(open) ? 'other' : null;
}

interface Found {
  readonly kind: HeadingKind | 'unknown';
  /** Past the heading's last word. */
  readonly endToken: number;
  /** First token of the text under it. */
  readonly bodyToken: number;
}

/** Cuts a note at its headings. Sections tile the text; text before the first heading is a `body` section. */
export function readSections(text: string, { tokens, breaks }: Tokenized, lexicon: Lexicon): SectionReading {
  const table = headingTable(lexicon);
  const reading: SectionReading = { sections: [], bodyTokens: [], firstTokens: [] };
  let open = { kind: 'body' as SectionKind, heading: '', start: 0, bodyStart: 0, body: 0, first: 0 };
  const close = (end: number) => {
    const { kind, heading, start, bodyStart, body, first } = open;
    if (end === start) return;
    reading.sections.push({ kind, heading, start, end, bodyStart: Math.min(bodyStart, end) });
    reading.bodyTokens.push(body);
    reading.firstTokens.push(first);
  };
  for (let i = 0; i < tokens.length; i++) {
    if (!mayStartHeading(tokens, breaks, i, text)) continue;
    const first = (breaks[i] ?? 0) > 0 ? skipMarkers(tokens, breaks, i) : i;
    const found = headingAt(
      text,
      tokens,
      breaks,
      first,
      (breaks[i] ?? 0) > 0,
      isListed(tokens, i, first),
      table,
    );
    const kind = found && kindUnder(open.kind, found.kind);
    if (!kind) continue;
    const firstToken = tokens[first];
    const lastToken = tokens[found.endToken - 1];
    const lead = tokens[i];
    if (!firstToken || !lastToken || !lead) continue;
    const start = reading.sections.length === 0 && open.start === 0 && i === 0 ? 0 : lead.start;
    close(start);
    const heading = text.slice(firstToken.start, lastToken.end).replace(/\s+/g, ' ');
    const bodyStart = tokens[found.bodyToken - 1]?.end ?? lastToken.end;
    open = { kind, heading, start, bodyStart, body: found.bodyToken, first: i };
    i = found.bodyToken - 1;
  }
  close(text.length);
  const [only] = reading.sections;
  if (only?.kind === 'body' && reading.sections.length === 1 && words(tokens) <= LONGEST_STATEMENT)
    reading.sections[0] = { ...only, kind: 'statement' };
  return reading;
}

/** A few lines without a heading are a statement to be coded, not a story. */
const LONGEST_STATEMENT = 60;

function words(tokens: readonly Token[]): number {
  return tokens.reduce((sum, token) => sum + (token.kind === 'word' ? 1 : 0), 0);
}

/** A heading starts a line, or follows a mark or a wide gap where a note was flattened to one line. */
function mayStartHeading(tokens: Token[], breaks: number[], i: number, text: string): boolean {
  if ((breaks[i] ?? 0) > 0) return true;
  const token = tokens[i];
  const before = tokens[i - 1];
  if (!token || !before || token.kind !== 'word' || !startsUpper(text, token)) return false;
  return /^[.,;:*]$/.test(before.norm) || token.start - before.end >= 2 || isCapitals(text, token);
}

/** Past list numbers, bullets and Markdown marks at the start of a line. */
function skipMarkers(tokens: Token[], breaks: number[], start: number): number {
  let i = start;
  for (; i < start + 6; i++) {
    const token = tokens[i];
    if (!token || (i > start && (breaks[i] ?? 0) > 0)) return start;
    if (token.kind === 'punctuation' && /^[#*_>•·\-.)(=~]$/.test(token.norm)) continue;
    const next = tokens[i + 1];
    const numbered =
      token.norm.length <= 3 && (token.kind === 'number' || /^([a-z]|[ivx]+)$/.test(token.norm));
    if (numbered && next && next.start === token.end && /^[.)]$/.test(next.norm)) continue;
    break;
  }
  return i;
}

/** Whether the marks before `first` number or bullet it; Markdown's hashes and stars only make it stand out. */
function isListed(tokens: Token[], start: number, first: number): boolean {
  const mark = tokens[first - 1];
  if (first === start || !mark || mark.norm === '#') return false;
  return !(/^[*_]$/.test(mark.norm) && mark.end === tokens[first]?.start);
}

function headingAt(
  text: string,
  tokens: Token[],
  breaks: number[],
  first: number,
  atLineStart: boolean,
  marked: boolean,
  table: PhraseTrie<HeadingKind>,
): Found | null {
  const firstToken = tokens[first];
  if (firstToken?.kind !== 'word') return null;
  // A wrapped line may start with "diagnosis" in the middle of a sentence; a heading never starts in lower case
  // unless a colon says that it is one.
  const end = endOfHeading(tokens, breaks, first);
  if (!end) return null;
  const capitals = allCapitals(text, tokens, first, end.endToken);
  if (end.mark === 'line' && (!atLineStart || !startsUpper(text, firstToken) || (marked && !capitals)))
    return null;
  if (end.mark === 'dash' && (!atLineStart || !capitals)) return null;
  if (!atLineStart && end.mark !== 'colon') return null;
  const whole = lookUp(tokens, first, end.endToken, table);
  if (whole.full) {
    if (!atLineStart && !capitals && !afterStop(tokens, first)) return null;
    return { kind: whole.full, endToken: end.endToken, bodyToken: end.bodyToken };
  }
  if (end.mark !== 'colon' || !capitals) return null;
  const part = whole.prefix ?? lastWords(tokens, first, end.endToken, table);
  if (part && part !== 'title') return { kind: part, endToken: end.endToken, bodyToken: end.bodyToken };
  const long = end.endToken > first + 1 || firstToken.end - firstToken.start > 3;
  return atLineStart && long ? { kind: 'unknown', endToken: end.endToken, bodyToken: end.bodyToken } : null;
}

interface HeadingEnd {
  readonly mark: 'colon' | 'line' | 'dash';
  readonly endToken: number;
  readonly bodyToken: number;
}

function endOfHeading(tokens: Token[], breaks: number[], first: number): HeadingEnd | null {
  for (let i = first; i <= first + LONGEST_HEADING; i++) {
    const token = tokens[i];
    if (!token || (i > first && (breaks[i] ?? 0) > 0)) {
      const endToken = trimMarks(tokens, first, i);
      return endToken > first ? { mark: 'line', endToken, bodyToken: i } : null;
    }
    if (token.norm === ':') {
      const endToken = trimMarks(tokens, first, i);
      return { mark: 'colon', endToken, bodyToken: skipAfterColon(tokens, breaks, i + 1) };
    }
    const before = tokens[i - 1];
    if (
      token.norm === '-' &&
      i > first &&
      before &&
      token.start > before.end &&
      (tokens[i + 1]?.start ?? 0) > token.end
    )
      return { mark: 'dash', endToken: i, bodyToken: i + 1 };
    if (/^[.;?!]$/.test(token.norm)) return null;
  }
  return null;
}

/** `DIAGNOSIS:,  text` and `**Plan:** text`: the marks after the colon belong to the heading. */
function skipAfterColon(tokens: Token[], breaks: number[], from: number): number {
  let i = from;
  while (i < from + 3 && (breaks[i] ?? 1) === 0 && /^[,*_]$/.test(tokens[i]?.norm ?? '')) i++;
  return i;
}

function trimMarks(tokens: Token[], first: number, end: number): number {
  let i = end;
  while (i > first && /^[*_#=]$/.test(tokens[i - 1]?.norm ?? '')) i--;
  return i;
}

/** The kind of all the words, and else of the longest run of first words. */
function lookUp(
  tokens: Token[],
  first: number,
  end: number,
  table: PhraseTrie<HeadingKind>,
): { full?: HeadingKind; prefix?: HeadingKind } {
  let node = table;
  let prefix: HeadingKind | undefined;
  for (let i = first; i < end; i++) {
    const token = tokens[i];
    const word = token ? headingWord(token.norm, token.kind, i === first) : null;
    if (word === null) continue;
    const next = node.next.get(word);
    if (!next) return prefix ? { prefix } : {};
    node = next;
    // A single letter ("A", "P") is a heading only by itself.
    if (node.value && node.value !== 'inherit' && (i > first || word.length > 2)) prefix = node.value;
  }
  if (node.value) return { full: node.value };
  return prefix ? { prefix } : {};
}

/** "LEFT KNEE EXAMINATION": the kind of the words that end it. */
function lastWords(
  tokens: Token[],
  first: number,
  end: number,
  table: PhraseTrie<HeadingKind>,
): HeadingKind | undefined {
  for (let i = first + 1; i < end; i++) {
    if ((tokens[i]?.norm.length ?? 0) < 4) continue;
    const { full } = lookUp(tokens, i, end, table);
    if (full && full !== 'inherit') return full;
  }
  return undefined;
}

function afterStop(tokens: Token[], first: number): boolean {
  return /^[.,;]$/.test(tokens[first - 1]?.norm ?? '');
}

function startsUpper(text: string, token: Token): boolean {
  const char = text.charAt(token.start);
  return char !== char.toLowerCase();
}

function isCapitals(text: string, token: Token): boolean {
  const word = text.slice(token.start, token.end);
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
}

function allCapitals(text: string, tokens: Token[], first: number, end: number): boolean {
  const from = tokens[first]?.start ?? 0;
  const to = tokens[end - 1]?.end ?? from;
  const words = text.slice(from, to).replace(/\(s\)|\(es\)/g, '');
  return words === words.toUpperCase();
}
