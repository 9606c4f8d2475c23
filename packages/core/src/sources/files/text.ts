/**
 * The publishers' text is ASCII or UTF-8 in recent years and Windows-1252 in some older ones; bytes that are
 * not UTF-8 are read as Windows-1252, never replaced by question marks.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The beginning of a file as text; a character cut at the end is dropped rather than misread. */
export function decodeHead(bytes: Uint8Array): string {
  for (let cut = 0; cut < 4 && cut <= bytes.length; cut++) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, bytes.length - cut));
    } catch {}
  }
  return decodeText(bytes);
}

/** Calls back with each line without its end (LF or CRLF) and its 1-based number; one line is held at a time. */
export function eachLine(bytes: Uint8Array, visit: (line: string, number: number) => void): void {
  const text = decodeText(bytes);
  let from = 0;
  for (let number = 1; from < text.length; number++) {
    let end = text.indexOf('\n', from);
    if (end < 0) end = text.length;
    const stop = end > from && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    visit(text.slice(from, stop), number);
    from = end + 1;
  }
}
