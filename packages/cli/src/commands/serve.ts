import { join } from 'node:path';
import { Command } from 'commander';
import { bookOptions, folderAbove, withCasebook } from '../home.ts';
import { wholeNumber } from '../option-values.ts';
import { must, print, printJson } from '../report.ts';
import { VERSION } from '../version.ts';

interface Options {
  readonly host: string;
  readonly port?: string;
  readonly allowHost?: string[];
  readonly noteSeconds?: string;
  readonly log: string;
}

/** `casebook serve` */
export function serveCommand(): Command {
  return new Command('serve')
    .description('the workbench in a browser, and the REST API, on this machine')
    .option('--port <port>', 'port, or the next free one after it (default: 4870)')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--allow-host <name...>', 'host names to answer to besides this machine’s own')
    .option('--note-seconds <n>', 'longest a note may take (default: 60)')
    .option('--log <level>', 'log requests to stderr: info, warn, error or silent', 'warn')
    .action(async ({ host, port, allowHost, noteSeconds, log }: Options, command: Command) => {
      const { startServer } = await import('@casebook/server');
      await withCasebook(command, async (casebook, options) => {
        const webRoot = join(folderAbove('packages'), 'web', 'dist');
        const { listening } = must(
          await startServer({
            casebook,
            book: bookOptions(options),
            version: VERSION,
            webRoot,
            host,
            logLevel: log,
            ...(allowHost === undefined ? {} : { hosts: allowHost }),
            ...(noteSeconds === undefined
              ? {}
              : { noteSeconds: wholeNumber('--note-seconds', noteSeconds, 1, 3600) }),
            ...(port === undefined ? {} : { port: wholeNumber('--port', port, 0, 65535) }),
          }),
        );
        if (options.json) printJson({ url: listening.url, edition: casebook.edition });
        else print(`Casebook is at ${listening.url} (${casebook.edition} book; stop with Ctrl+C)`);
        await stopSignal();
        await listening.close();
      });
    });
}

function stopSignal(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
}
