import type { SectionReading } from './sections.ts';
import type { Tokenized } from './tokenize.ts';
import type { Sentence, Token } from './types.ts';

/** Shortened words whose stop ends no sentence. */
const SHORTENED = new Set(
  'dr mr mrs ms prof st vs approx dept jr sr etc e.g i.e eg ie fig cf ca pt pts no nos wt ht temp resp max min vol inc gen sgt lt capt rev hon ave blvd'.split(
    ' ',
  ),
);

/** A note whose lines are longer than this was never wrapped: its line breaks mean something. */
const WIDEST_WRAP = 132;

/** A statement longer than this is a table or text without stops; cutting it keeps time in proportion to length. */
const MOST_TOKENS = 256;

type Draft = Omit<Sentence, 'firstScope' | 'endScope'>;

/** Cuts the words of each section into sentences and list items; wrapped lines are read as one. */
export function readSentences(text: string, { tokens, breaks }: Tokenized, reading: SectionReading): Draft[] {
  const wrapAt = wrapWidth(text);
  const sentences: Draft[] = [];
  reading.sections.forEach((_, section) => {
    const first = reading.bodyTokens[section] ?? tokens.length;
    const end = reading.firstTokens[section + 1] ?? tokens.length;
    let from = first;
    let lineStart = first;
    for (let i = first + 1; i <= end; i++) {
      const full = i - from >= MOST_TOKENS;
      if (i < end && !full && (breaks[i] ?? 0) === 0 && !endsBefore(text, tokens, from, i)) continue;
      if (i < end && (breaks[i] ?? 0) > 0) {
        const runsOn = wrapped(text, tokens, breaks, lineStart, i, wrapAt);
        lineStart = i;
        if (runsOn && !full) continue;
      }
      push(sentences, tokens, section, from, i);
      from = i;
    }
  });
  return sentences;
}

function push(
  sentences: Draft[],
  tokens: Token[],
  section: number,
  firstToken: number,
  endToken: number,
): void {
  const first = tokens[firstToken];
  const last = tokens[endToken - 1];
  if (!first || !last || endToken <= firstToken) return;
  const listItem = isListMarker(tokens, firstToken);
  sentences.push({ start: first.start, end: last.end, section, listItem, firstToken, endToken });
}

/** Whether a sentence that began at `from` ends between token `i - 1` and token `i` of the same line. */
function endsBefore(text: string, tokens: Token[], from: number, i: number): boolean {
  const before = tokens[i - 1];
  const token = tokens[i];
  if (!before || !token) return true;
  if (before.norm === '?' || before.norm === '!') return i - 1 > from && token.start > before.end;
  if (/^[•·▪●]$/.test(token.norm)) return true;
  // He said "no." She agreed.
  if (/^["”’')]$/.test(before.norm) && tokens[i - 2]?.norm === '.' && tokens[i - 2]?.end === before.start)
    return i - 2 > from && token.start > before.end && startsUpper(text, token);
  if (before.norm === '.') return stopEnds(tokens, from, i, before, token);
  if (/^[,;:]$/.test(before.norm)) return token.kind === 'number' && isInlineNumber(text, tokens, i);
  return isLabel(text, tokens, i);
}

function stopEnds(tokens: Token[], from: number, i: number, stop: Token, token: Token): boolean {
  const word = tokens[i - 2];
  if (!word || i - 2 < from || word.end !== stop.start) return token.start > stop.end;
  if (isListMarker(tokens, i - 2) && i - 2 === from) return false;
  if (token.start === stop.end && token.kind !== 'word')
    return token.kind === 'number' && word.kind === 'word';
  if (token.start === stop.end && token.norm.length <= 2) return false;
  if (SHORTENED.has(word.norm)) return false;
  // An initial ("J. Smith") or a dotted abbreviation ("b.i.d. for").
  return !(word.kind === 'word' && word.norm.length === 1 && /^[a-z]$/.test(word.norm));
}

/** "…, 2. Diabetes": an item of a list whose line breaks were lost. */
function isInlineNumber(text: string, tokens: Token[], i: number): boolean {
  if (!isListMarker(tokens, i)) return false;
  const word = tokens[i + 2];
  return word !== undefined && startsUpper(text, word);
}

function startsUpper(text: string, token: Token): boolean {
  const first = text.charAt(token.start);
  return first !== first.toLowerCase();
}

/** "…distress HEENT: …": a label in capitals starts a new statement. */
function isLabel(text: string, tokens: Token[], i: number): boolean {
  if (!inCapitals(text, tokens[i]) || inCapitals(text, tokens[i - 1])) return false;
  if (tokens[i]?.start === tokens[i - 1]?.end) return false;
  for (let next = i + 1; next <= i + 3; next++) {
    if (tokens[next]?.norm === ':') return true;
    if (!inCapitals(text, tokens[next])) return false;
  }
  return false;
}

function inCapitals(text: string, token: Token | undefined): boolean {
  if (token?.kind !== 'word' || token.end - token.start < 2) return false;
  const word = text.slice(token.start, token.end);
  return word === word.toUpperCase() && word !== word.toLowerCase();
}

/** `1.` `2)` `a.` `-` `•` at the head of an item. */
function isListMarker(tokens: Token[], i: number): boolean {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (!token || !next) return false;
  if (token.kind === 'punctuation') return /^[-*•·▪●o+>#]$/.test(token.norm) && next.start > token.end;
  if (!/^(\d{1,2}|[a-h])$/.test(token.norm)) return false;
  return next.start === token.end && /^[.)]$/.test(next.norm) && (tokens[i + 2]?.start ?? 0) > next.end;
}

/** Whether the line break before token `i` only wraps a line. */
function wrapped(
  text: string,
  tokens: Token[],
  breaks: number[],
  lineStart: number,
  i: number,
  wrapAt: number,
): boolean {
  const before = tokens[i - 1];
  const token = tokens[i];
  const start = tokens[lineStart];
  if (!before || !token || !start || (breaks[i] ?? 0) > 1 || isListMarker(tokens, i)) return false;
  if (/^[.?!]$/.test(before.norm) && !SHORTENED.has(tokens[i - 2]?.norm ?? '')) return false;
  if (token.kind === 'word' && !startsUpper(text, token)) return true;
  if (/^(\[|\(|•|\*)$/.test(token.norm)) return false;
  if (labelled(tokens, breaks, i)) return false;
  // A line is wrapped where its next word would not have fitted.
  return before.end - start.start + 1 + (token.end - token.start) >= wrapAt - 6;
}

/** "Skin: …", a line that begins with a label. */
function labelled(tokens: Token[], breaks: number[], i: number): boolean {
  for (let next = i + 1; next <= i + 4; next++) {
    if ((breaks[next] ?? 1) > 0) return false;
    if (tokens[next]?.norm === ':') return true;
  }
  return false;
}

/** The width a note was wrapped at, or infinity for one that was not. */
function wrapWidth(text: string): number {
  let widest = 0;
  let lines = 0;
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', start)) {
    widest = Math.max(widest, at - start);
    if (widest > WIDEST_WRAP) return Number.POSITIVE_INFINITY;
    start = at + 1;
    lines++;
  }
  widest = Math.max(widest, text.length - start);
  return lines < 2 || widest < 50 || widest > WIDEST_WRAP ? Number.POSITIVE_INFINITY : widest;
}
