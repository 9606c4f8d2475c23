import type { Casebook, Problem } from '@casebook/core';
import type { z } from '@hono/zod-openapi';

/** What an operation works on. */
export interface OperationParts {
  readonly casebook: Casebook;
  readonly version: string;
}

/** The value, or why there is none; `body` is what the answer says besides the problem. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem; readonly body?: object };

/** What a caller must be allowed to do. Today everybody who reaches the server may do both. */
type Scope = 'book:read' | 'note:code';

/**
 * One job over the wire, as data: REST and the OpenAPI page are made from it, and a worker finds it by its id.
 * A name in braces in `path` is a field of `input`; the others come from the query, or from the body of a POST.
 */
export interface Operation<Input extends z.ZodObject, Output extends z.ZodType> {
  readonly id: string;
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly summary: string;
  /** What the answer holds, for the OpenAPI page. */
  readonly about: string;
  /** Strict: a field it does not name is refused. */
  readonly input: Input;
  readonly output: Output;
  /** The shape of a miss, where it is more than a problem. */
  readonly miss?: z.ZodType;
  readonly scope: Scope;
  /** `heavy`: may take seconds, so it runs in a worker and keeps nobody else waiting. */
  readonly load: 'light' | 'heavy';
  run(parts: OperationParts, input: z.output<Input>): Answer<z.input<Output>>;
}

export type AnyOperation = Operation<z.ZodObject, z.ZodType>;

/** Checks an operation's types against each other; the value is its argument. */
export function operation<Input extends z.ZodObject, Output extends z.ZodType>(
  one: Operation<Input, Output>,
): Operation<Input, Output> {
  return one;
}
