/** What is wrong with a file that should have been read: one sentence a person can act on. */
export interface SourceProblem {
  /** Name within what was given, entries of archives after ` › `. */
  readonly file: string;
  /** `line 12`, `byte 0`, `entry x.txt`; empty when the whole file is meant. */
  readonly place: string;
  /** What is there and what was expected. */
  readonly message: string;
}

/** Carries a problem out of a parser; `readSources` catches it, nothing outside this folder sees it. */
export class SourceFault extends Error {
  readonly problem: SourceProblem;

  constructor(problem: SourceProblem) {
    super(`${problem.file}${problem.place === '' ? '' : `: ${problem.place}`}: ${problem.message}`);
    this.name = 'SourceFault';
    this.problem = problem;
  }
}

export function fault(file: string, place: string, message: string): SourceFault {
  return new SourceFault({ file, place, message });
}
