/** A new question after the end of one: "… billable? And what does it exclude?" */
const NEXT = /(?<=\?)\s+(?=\S)|(?:\n\s*)+|(?<=\?)\s*;\s*/;

/** The questions of a text, in order; a text without a question mark is one question. */
export function splitQuestions(text: string): string[] {
  const parts = text
    .split(NEXT)
    .map((part) => part.trim())
    .filter((part) => part.length > 1);
  return parts.length === 0 ? [text.trim()] : parts;
}
