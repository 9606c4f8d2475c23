import { type Outcome, type Problem, type ProblemId, problem, reasonOf } from '@casebook/core';
import pc from 'picocolors';

/** Ends a command with a problem; `main` prints it. Thrown at the edge only, where there is nothing left to do. */
export class Reported extends Error {
  readonly problem: Problem;

  constructor(cause: Problem) {
    super(cause.message);
    this.name = 'Reported';
    this.problem = cause;
  }
}

/** The value of an outcome, or the end of the command. */
export function must<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Reported(outcome.problem);
  return outcome;
}

export function stop(id: ProblemId, data: Readonly<Record<string, string | number>>): never {
  throw new Reported(problem(id, data));
}

/** One line on stderr: what is wrong; what to do. */
export function reportProblem({ message, remedy, exitCode }: Problem): number {
  const colour = pc.createColors(process.stderr.isTTY && process.env.NO_COLOR === undefined);
  process.stderr.write(`${colour.red('casebook:')} ${message}${colour.dim(`; ${remedy}`)}\n`);
  return exitCode;
}

/** A defect. Only the kind of failure is named: a message might quote the note. `CASEBOOK_DEBUG=1` shows the rest. */
export function unexpected(error: unknown): Problem {
  if (process.env.CASEBOOK_DEBUG === '1') console.error(error);
  return problem('internal', { reason: reasonOf(error) });
}

/** What a command prints with `--json`, and nothing else. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

export function print(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
