import type { CodeId } from '../book/code-table.ts';
import type { Release } from '../book/release.ts';
import type { CodeSpan, NoteKind } from '../book/rows.ts';

const ASKING: ReadonlySet<NoteKind> = new Set<NoteKind>([
  'useAdditionalCode',
  'codeFirst',
  'codeAlso',
  'excludes2',
]);

/** Which codes the Tabular asks for, or allows, beside another (Guidelines I.A.12.b, I.A.13, I.A.17, I.B.7). */
export class TabularRequests {
  readonly #release: Release;
  readonly #spans = new Map<CodeId, readonly CodeSpan[]>();

  constructor(release: Release) {
    this.#release = release;
  }

  /** "Use additional code", "code first", "code also" or Excludes2 of one names the other: neither stands for both. */
  together(one: CodeId, other: CodeId): boolean {
    return this.#asks(one, other) || this.#asks(other, one);
  }

  #asks(code: CodeId, other: CodeId): boolean {
    // "Code first sepsis (A41.9)" names an example: any code of its category is meant.
    const wanted = this.#release.codes.code(other).slice(0, 3);
    return this.#spansOf(code).some(({ from, to }) => wanted >= from.slice(0, 3) && wanted <= to.slice(0, 3));
  }

  #spansOf(code: CodeId): readonly CodeSpan[] {
    let spans = this.#spans.get(code);
    if (spans === undefined) {
      spans = this.#release
        .notesFor(this.#release.codes.code(code))
        .flatMap((note) => (ASKING.has(note.kind) ? note.codes : []));
      this.#spans.set(code, spans);
    }
    return spans;
  }
}
