/**
 * Accuracy that may only rise: today's figures on the labelled development sets must not be below `baselines.json`.
 * Needs the official files and the sets (CASEBOOK_OFFICIAL, CASEBOOK_EVAL); skipped, and said so by `npm test`, elsewhere.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Book, openBookFolder } from '../src/book/book.ts';
import { BookBuild } from '../src/book/store.ts';
import { type Coder, createCoder } from '../src/coding/index.ts';
import { evaluate } from '../src/eval/index.ts';
import { indexers } from '../src/indexers.ts';
import { assertionOf } from '../src/note/assertion.ts';
import { readNote } from '../src/note/read-note.ts';
import { createSearch } from '../src/search/search.ts';
import { openCitation } from '../src/show/cite/open-citation.ts';
import { showCode } from '../src/show/show-code.ts';
import { readSources } from '../src/sources/index.ts';
import { readLexicon } from '../src/words/lexicon.ts';
import { citationsIn } from './citations-in.ts';

const official = process.env.CASEBOOK_OFFICIAL ?? '';
const sets = process.env.CASEBOOK_EVAL ?? '';
const lexicon = readLexicon(resolve(import.meta.dirname, '../../../knowledge/lexicon'));
const baselines = JSON.parse(readFileSync(join(import.meta.dirname, 'baselines.json'), 'utf8')) as Record<
  string,
  number
>;

/** Rows of a tab-separated file by column name. */
function rowsOf(path: string): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const names = head.split('\t');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, i) => [names[i] ?? '', cell])));
}

function holds(name: string, figure: number): void {
  const floor = baselines[name];
  expect(floor, `baselines.json has ${name}`).toBeDefined();
  expect(Math.round(figure * 1000) / 1000, `${name} fell below ${floor}`).toBeGreaterThanOrEqual(floor ?? 1);
}

describe.skipIf(official === '' || sets === '')('accuracy may only rise', () => {
  const folder = mkdtempSync(join(tmpdir(), 'baselines-'));
  let book: Book;
  let code: Coder;

  beforeAll(async () => {
    const build = new BookBuild(folder, indexers);
    const reading = await readSources([official], { only: ['icd10cm-2026', 'icd10pcs-2026'] });
    for await (const draft of reading.drafts) build.add(draft);
    build.commit();
    const opened = openBookFolder(folder);
    if (!opened.ok) throw new Error(opened.detail);
    book = opened.book;
    code = createCoder(book, lexicon);
  }, 300_000);

  afterAll(() => {
    book?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [set, split, system] of [
    ['codiesp-en', 'dev', 'icd10cm'],
    ['codiesp-en', 'dev', 'icd10pcs'],
    ['aci-bench', 'valid', 'icd10cm'],
    ['aci-bench', 'train', 'icd10cm'],
  ] as const) {
    it(`${set} ${split} ${system}: F1 as reported, and no invalid code`, () => {
      const outcome = evaluate(book, code, join(sets, set), { split, system });
      if (!outcome.ok) throw new Error(outcome.problem.message);
      expect(outcome.report.invalidCodeRate).toBe(0);
      holds(`${set} ${split} ${system} F1`, outcome.report.systems[0]?.current.f1 ?? 0);
    }, 300_000);
  }

  it('every citation of every 500th code page opens, and an Index path shows the code it is cited for', () => {
    let count = 0;
    const wrong: unknown[] = [];
    for (const { codes, manifest } of book.releases) {
      const { system } = manifest;
      if (system === null) continue;
      for (let id = 0; id < codes.size; id += 500) {
        const page = showCode(book, codes.code(id), { system });
        for (const citation of citationsIn(page)) {
          count++;
          const place = openCitation(book, citation);
          if (!place.found || place.quote.trim() === '') wrong.push(citation);
        }
        if (!page.found) continue;
        for (const { citation, role } of page.index) {
          const place = openCitation(book, citation);
          const plain = place.found ? place.quote.replace(/[.-]/g, '') : '';
          if (!plain.includes(page.code.replace('.', ''))) wrong.push({ code: page.code, role, citation });
        }
      }
    }
    expect(count).toBeGreaterThan(1000);
    expect(wrong).toEqual([]);
  }, 300_000);

  it('every transcribed report: verbatim evidence, codes billable on the date, the same bytes again', () => {
    const lines = gunzipSync(readFileSync(join(sets, 'mtsamples/reports.jsonl.gz')))
      .toString('utf8')
      .split('\n');
    const texts = lines
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as { text: string }).text);
    expect(texts.length).toBeGreaterThan(1000);
    texts.forEach((text, i) => {
      const coded = code(text, { dateOfService: '2026-03-02' });
      for (const { system, code: suggested, evidence } of coded.codes) {
        const choice = book.asOf(system === 'cpt' ? 'procedures' : system, '2026-03-02');
        const codes = choice.found ? choice.release.codes : null;
        expect(codes?.billable(codes.find(suggested)), `report ${i}: ${suggested}`).toBe(true);
        expect(evidence.length).toBeGreaterThan(0);
        for (const { start, end, text: quoted } of evidence) expect(text.slice(start, end)).toBe(quoted);
      }
      if (i % 10 === 0)
        expect({ ...code(text, { dateOfService: '2026-03-02' }), elapsedMs: 0 }).toEqual({
          ...coded,
          elapsedMs: 0,
        });
    });
  }, 300_000);

  it('negation: F1 of a marked condition', () => {
    let hit = 0;
    let said = 0;
    let wanted = 0;
    for (const { sentence = '', condition = '', negation } of rowsOf(join(sets, 'negex/assertions.tsv'))) {
      const start = Math.max(0, sentence.indexOf(condition.trim().toUpperCase()));
      const span = { start, end: start + condition.trim().length };
      const negated = assertionOf(readNote(sentence, lexicon), span).assertion === 'negated';
      if (negation === 'Negated') wanted++;
      if (negated) said++;
      if (negated && negation === 'Negated') hit++;
    }
    holds('negex negated F1', (2 * hit) / (said + wanted));
  });

  it('names to codes: recall among the first one and ten', () => {
    const search = createSearch(book, lexicon);
    const rows = rowsOf(join(sets, 'name2code/names.tsv')).filter((row) => row.fy2026_status !== 'absent');
    const rank = ({ text = '', code: gold = '' }: Record<string, string>): number =>
      search(text, { limit: 10, systems: ['icd10cm'] }).hits.findIndex(
        (hit) => hit.code === gold || hit.code.startsWith(gold),
      );
    const ranks = rows.map(rank);
    holds('name2code recall@1', ranks.filter((at) => at === 0).length / rows.length);
    holds('name2code recall@10', ranks.filter((at) => at >= 0).length / rows.length);
  });
});
