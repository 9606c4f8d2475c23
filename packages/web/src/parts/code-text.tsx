import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';

/** ICD-10-CM codes, stems and categories; PCS codes; procedure numbers: what a code book's prose names. */
const CODES = /\b([A-Z](?:\d|A(?=\d))[0-9AB](?:\.[0-9A-Z]{1,4})?|[0-9B-DF-HX][0-9A-HJ-NP-Z]{6}|\d{5})\b/g;

/** Text in which every code is a link to its page. */
export function CodeText({ text }: { readonly text: string }) {
  const parts = text.split(CODES);
  return (
    <>
      {parts.map((part, i) =>
        i % 2 === 1 && !/^[A-Z]{7}$/.test(part) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a fixed text
          <Link key={i} to="/codes/$code" params={{ code: part }} className="code-link" preload={false}>
            {part}
          </Link>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a fixed text
          <Fragment key={i}>{part}</Fragment>
        ),
      )}
    </>
  );
}

/** Our explainers' prose: paragraphs and flat lists, with codes as links. */
export function Prose({ markdown }: { readonly markdown: string }) {
  return (
    <>
      {markdown
        .split(/\n{2,}/)
        .flatMap(splitList)
        .map((block, i) =>
          block.list ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a fixed text
            <ul key={i}>
              {block.lines.map((line) => (
                <li key={line}>
                  <CodeText text={line} />
                </li>
              ))}
            </ul>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a fixed text
            <p key={i}>
              <CodeText text={block.lines.join(' ')} />
            </p>
          ),
        )}
    </>
  );
}

interface Block {
  readonly list: boolean;
  readonly lines: string[];
}

/** A block may be a lead-in line followed by list items; a line that does not start an item continues one. */
function splitList(block: string): Block[] {
  const blocks: Block[] = [];
  for (const line of block.split('\n').filter((one) => one.trim() !== '')) {
    const item = /^\s*[-*] (.*)$/.exec(line)?.[1];
    const last = blocks.at(-1);
    if (item !== undefined) {
      if (last?.list) last.lines.push(item);
      else blocks.push({ list: true, lines: [item] });
    } else if (last === undefined) blocks.push({ list: false, lines: [line.trim()] });
    else if (last.list) last.lines.push(`${last.lines.pop() ?? ''} ${line.trim()}`);
    else last.lines.push(line.trim());
  }
  return blocks;
}
