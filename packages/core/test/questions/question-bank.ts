import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** One question of the bank and what a right answer must hold. */
export interface BankQuestion {
  /** The file it stands in, which is the intent it belongs to. */
  readonly kind: string;
  /** 1-based, for messages. */
  readonly row: number;
  readonly question: string;
  readonly verdict: string;
  /** The value, where the answer is one; of a guideline matter the section; empty: any. */
  readonly value: string;
  /** Codes the answer must name. */
  readonly codes: readonly string[];
  /** Source, or source and locator, that must be cited; empty: any. */
  readonly cites: string;
  /** What makes it a trap; empty when it is none. */
  readonly trap: string;
}

const HEAD = '# question\tverdict\tvalue\tcodes\tcites\ttrap';

/** Reads every `.tsv` of the folder in the order of their names. Throws naming file, row and what was expected. */
export function readQuestionBank(folder: string): BankQuestion[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.tsv'));
  return files.sort().flatMap((file) => {
    const [head = '', ...rows] = readFileSync(join(folder, file), 'utf8').replace(/\n+$/, '').split('\n');
    if (head !== HEAD) throw new Error(`${file}:1: expected ${HEAD}`);
    return rows.map((line, i): BankQuestion => {
      const cells = line.split('\t');
      const [question = '', verdict = '', value = '', codes = '', cites = '', trap = ''] = cells;
      if (cells.length !== 6 || question === '')
        throw new Error(`${file}:${i + 2}: expected 6 cells, the first a question`);
      if (!/^(?:yes|no|conditional|value|codes|unknown)$/.test(verdict))
        throw new Error(`${file}:${i + 2}: "${verdict}" is no verdict`);
      return {
        kind: basename(file, '.tsv'),
        row: i + 2,
        question,
        verdict,
        value,
        codes: codes.split(',').filter(Boolean),
        cites,
        trap,
      };
    });
  });
}
