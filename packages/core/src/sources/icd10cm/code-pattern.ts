/** A category: a letter, then two characters of which FY2026 made the first a letter for once (`QA0`). */
export const CATEGORY = String.raw`[A-Z](?:\d[0-9A-Z]|A\d)`;

/** A whole code as printed. */
export const CODE = new RegExp(String.raw`^${CATEGORY}(?:\.[0-9A-Z]{1,4})?$`);
