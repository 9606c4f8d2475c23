import { SaxesParser } from 'saxes';
import { fault } from '../problem.ts';

interface XmlHandler {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

const CHUNK = 256 * 1024;

/**
 * Streams a document through a handler. Throws a SourceFault with line and column when it is not well-formed,
 * as a cut download never is.
 */
export function readXml(name: string, bytes: Buffer, handler: XmlHandler): void {
  const parser = new SaxesParser({ position: true });
  const decoder = new TextDecoder(
    /encoding="(iso-8859-1|windows-1252)"/i.test(bytes.toString('latin1', 0, 200)) ? 'windows-1252' : 'utf-8',
  );
  parser.on('error', (error) => {
    throw fault(
      name,
      `line ${parser.line}`,
      `not well-formed XML, cut or damaged (${error.message.replace(/^\d+:\d+: /, '')})`,
    );
  });
  parser.on('opentag', (tag) => handler.open(tag.name, tag.attributes as Record<string, string>));
  parser.on('closetag', (tag) => handler.close(tag.name));
  parser.on('text', handler.text);
  parser.on('cdata', handler.text);
  for (let from = 0; from < bytes.length; from += CHUNK) {
    parser.write(decoder.decode(bytes.subarray(from, from + CHUNK), { stream: true }));
  }
  parser.close();
}

/** Runs of blanks and line ends as one blank: how a printed line reads. */
export function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
