import { type Problem, problem, reasonOf } from '@casebook/core';
import type { AnyOperation, OperationParts } from '../operations/operation.ts';

/** An operation's answer ready to send, so that the thread that listens has nothing left to do. */
export type Ran =
  | { readonly ok: true; readonly json: string | Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly problem: Problem; readonly body?: object };

/** Runs an operation by its id in another thread; gives it up when the signal says nobody waits. */
export type RunHeavy = (id: string, input: Record<string, unknown>, signal: AbortSignal) => Promise<Ran>;

/** Runs an operation in this thread. A throw is a defect: only its kind is told, as its message might quote the note. */
export function runOperation(parts: OperationParts, one: AnyOperation, input: Record<string, unknown>): Ran {
  try {
    const answer = one.run(parts, input);
    return answer.ok ? { ok: true, json: JSON.stringify(answer.value) } : answer;
  } catch (error) {
    return { ok: false, problem: problem('internal', { reason: reasonOf(error) }) };
  }
}
