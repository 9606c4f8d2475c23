import { type Problem, problem } from '@casebook/core';
import type { z } from '@hono/zod-openapi';
import type { HonoRequest } from 'hono';
import type { AnyOperation } from '../operations/operation.ts';

export type ReadInput =
  | { readonly ok: true; readonly input: Record<string, unknown> }
  | { readonly ok: false; readonly status: 400 | 415; readonly problem: Problem };

/** A field name somebody may be told of; anything else might be words of a note. */
const FIELD_NAME = /^[A-Za-z][\w-]{0,30}$/;

/** An operation's input from the address, the query or the body, checked; a problem names the field, never its value. */
export async function readInput(operation: AnyOperation, request: HonoRequest): Promise<ReadInput> {
  const fields =
    operation.method === 'post' ? await bodyOf(request) : { ok: true as const, value: request.query() };
  if (!fields.ok) return fields;
  const { value } = fields;
  const params = request.param();
  const whole =
    typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, ...params } : value;
  const parsed = operation.input.safeParse(whole);
  if (parsed.success) return { ok: true, input: parsed.data };
  return { ok: false, status: 400, problem: badRequest(parsed.error.issues[0], operation.input) };
}

async function bodyOf(
  request: HonoRequest,
): Promise<{ readonly ok: true; readonly value: unknown } | Extract<ReadInput, { ok: false }>> {
  const type = request.header('content-type') ?? '';
  const expected = 'a JSON body as /openapi.json describes';
  // Another site's page may send a form or plain text without asking; JSON it may not.
  if (!/^application\/json\b/i.test(type))
    return { ok: false, status: 415, problem: wrong('content-type', expected) };
  try {
    return { ok: true, value: JSON.parse(await request.text()) };
  } catch {
    return { ok: false, status: 400, problem: wrong('body', expected) };
  }
}

function badRequest(issue: z.core.$ZodIssue | undefined, input: z.ZodObject): Problem {
  if (issue?.code === 'unrecognized_keys') {
    const named = issue.keys.filter((key) => FIELD_NAME.test(key)).join(', ');
    return wrong(
      named === '' ? 'a field' : named,
      `only ${Object.keys(input.shape).join(', ')}`,
      'a field that is not known',
    );
  }
  const name = issue?.path.join('.');
  return wrong(name === undefined || name === '' ? 'body' : name, issue?.message ?? 'another value');
}

function wrong(option: string, expected: string, value = 'the value given'): Problem {
  return { ...problem('bad-option', { option, value, expected }), remedy: 'see /openapi.json' };
}
