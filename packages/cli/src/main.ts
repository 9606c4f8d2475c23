import { CommanderError } from 'commander';
import { programFor } from './program.ts';
import { Reported, reportProblem, unexpected } from './report.ts';

/**
 * Runs one command line and gives its exit code: 0 fine, 1 findings that deny, 2 bad input, 3 a needed release is
 * not loaded.
 */
export async function run(args: readonly string[]): Promise<number> {
  // A reader that stops early (`| head`) is no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  let exitCode = 0;
  const program = programFor((code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof Reported) return reportProblem(error.problem);
    // Commander has printed its one line; help and version end here with 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return reportProblem(unexpected(error));
  }
}
