import { progress, spinner } from '@clack/prompts';

/** Progress goes to stderr: stdout is the answer. Without a terminal it is a line per finished thing. */
const output = process.stderr;

/** A spinner whose text says what is being done now. */
export function steps(title: string): { step: (text: string) => void; done: () => void } {
  if (!output.isTTY) return { step: () => {}, done: () => {} };
  const spin = spinner({ output });
  spin.start(title);
  return { step: (text) => spin.message(text), done: () => spin.stop(title) };
}

interface DownloadBar {
  readonly advance: (received: number, total: number | null) => void;
  readonly done: (text: string) => void;
  readonly failed: (text: string) => void;
}

/** A bar for one file; a server that does not tell the size gets megabytes counted instead. */
export function downloadBar(name: string): DownloadBar {
  if (!output.isTTY) {
    const line = (text: string): void => {
      output.write(`${text}\n`);
    };
    return { advance: () => {}, done: line, failed: line };
  }
  const bar = progress({ output, max: 100, style: 'block' });
  bar.start(name);
  let percent = 0;
  return {
    advance(received, total) {
      const now = total === null || total === 0 ? percent : Math.floor((received / total) * 100);
      const text = `${name} ${(received / 1e6).toFixed(1)} MB`;
      if (now > percent) bar.advance(now - percent, text);
      else bar.message(text);
      percent = Math.max(percent, now);
    },
    done: (text) => bar.stop(text),
    failed: (text) => bar.error(text),
  };
}
