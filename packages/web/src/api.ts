import type {
  CodeContext,
  CodedNote,
  CodePage,
  CodePageResult,
  Example,
  ExampleSummary,
  Guideline,
  ReleaseSummary,
  SearchResult,
} from '@casebook/server/schemas';

export type { CodeContext, CodedNote, CodePage, ExampleSummary };

/** A request the server answered with a problem; the message is its one clear line. */
class ApiProblem extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

async function get<T>(path: string, signal: AbortSignal, init?: RequestInit): Promise<T> {
  const response = await fetch(path, { ...init, signal });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok)
    throw new ApiProblem(response.status, messageOf(body) ?? `The server answered ${response.status}.`);
  return body as T;
}

/** The one clear line of the server's problem (`docs/errors.md`), when the answer is one. */
function messageOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('problem' in body)) return null;
  const { problem } = body;
  if (typeof problem !== 'object' || problem === null || !('message' in problem)) return null;
  return typeof problem.message === 'string' ? problem.message : null;
}

/** POST, so that the note is never part of an address. */
export function codeNote(note: string, context: CodeContext, signal: AbortSignal): Promise<CodedNote> {
  return get('/api/code', signal, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ note, ...context }),
  });
}

export function searchCodes(query: string, limit: number, signal: AbortSignal): Promise<SearchResult> {
  return get(`/api/search?q=${encodeURIComponent(query)}&limit=${limit}`, signal);
}

/** A miss is data too: a code that is not in the book comes back with why, and near ones. */
export async function showCode(
  code: string,
  system: string | undefined,
  signal: AbortSignal,
): Promise<CodePageResult> {
  const query = system === undefined ? '' : `?system=${encodeURIComponent(system)}`;
  const response = await fetch(`/api/codes/${encodeURIComponent(code)}${query}`, { signal });
  const body: unknown = await response.json();
  if (response.ok || response.status === 404) return body as CodePageResult;
  throw new ApiProblem(response.status, messageOf(body) ?? `The server answered ${response.status}.`);
}

export function listReleases(signal: AbortSignal): Promise<ReleaseSummary[]> {
  return get('/api/releases', signal);
}

export function openGuideline(section: string, signal: AbortSignal): Promise<Guideline> {
  return get(`/api/guidelines/${encodeURIComponent(section)}`, signal);
}

export function listExamples(signal: AbortSignal): Promise<ExampleSummary[]> {
  return get('/api/examples', signal);
}

export function openExample(name: string, signal: AbortSignal): Promise<Example> {
  return get(`/api/examples/${encodeURIComponent(name)}`, signal);
}
