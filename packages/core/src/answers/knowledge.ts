import { existsSync, readFileSync } from 'node:fs';
import { wordsOf } from '../words/fold.ts';
import { LexiconError } from '../words/lexicon.ts';
import { root } from './root.ts';

/** A matter of the guidelines that has a plain answer: when every group of cues is met by a question, this is it. */
export interface GuidelineRule {
  readonly id: string;
  /** Groups of alternatives, as stems with blanks around. */
  readonly cues: readonly (readonly string[])[];
  readonly verdict: 'yes' | 'no' | 'conditional';
  /** The section that says so. */
  readonly section: string;
  /** In our own words, without a full stop. */
  readonly says: string;
}

const COLUMNS = 7;

/**
 * Reads `starter/guideline-rules.tsv`: id, cues, verdict, section, page, heading, answer; `#` comments. A file that is not
 * there has nothing to say.
 * @throws LexiconError naming file, line and what was expected.
 */
export function readGuidelineRules(path: string): GuidelineRule[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, i) => {
      if (line.trim() === '' || line.startsWith('#')) return [];
      const cells = line.split('\t').map((cell) => cell.trim());
      const [id = '', cues = '', verdict = '', section = '', , , says = ''] = cells;
      if (cells.length !== COLUMNS || cells.some((cell) => cell === ''))
        throw new LexiconError(`${path}:${i + 1}: expected ${COLUMNS} cells, none of them empty`);
      return [
        {
          id,
          cues: cues.split(';').map((group) => group.split('|').map(stems)),
          verdict: verdict === 'yes' || verdict === 'no' ? verdict : 'conditional',
          section,
          says,
        },
      ];
    });
}

function stems(phrase: string): string {
  return ` ${wordsOf(phrase).map(root).join(' ')} `;
}
