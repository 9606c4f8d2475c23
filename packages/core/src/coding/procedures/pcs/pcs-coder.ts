import type { Release } from '../../../book/release.ts';
import type { Finding } from '../../../findings/finding.ts';
import type { NoteDocument } from '../../../note/types.ts';
import type { PcsWords } from '../../../words/lexicon.ts';
import type { CodedCode, Evidence, RejectedCode, TrailStep } from '../../types.ts';
import { Anatomy } from './anatomy.ts';
import { type AxisChoice, type AxisWord, type Completed, completeAxes, type SaidOfAxes } from './axes.ts';
import { ProcedureFinder, type ProcedureMention } from './find-mentions.ts';
import { evidenceOf, groupByPattern, mergeSaid, queryFor, scopesOf, together } from './mention-groups.ts';
import { PcsTables } from './tables.ts';
import { confidenceOfProcedure, THRESHOLD } from './weights.ts';

export interface PcsResult {
  readonly codes: readonly CodedCode[];
  readonly rejected: readonly RejectedCode[];
  readonly findings: readonly Finding[];
}

interface Built {
  readonly code: string;
  readonly axes: readonly AxisChoice[];
  readonly mentions: ProcedureMention[];
}

interface Reading {
  readonly mentions: readonly ProcedureMention[];
  readonly built: ReadonlyMap<string, Built>;
  readonly findings: ReadonlyMap<string, Finding>;
  /** Codes that are part of another one, and why. */
  readonly parts: ReadonlyMap<string, string>;
}

/** A procedure found, by the term that named it. */
export interface LearnedProcedure {
  readonly code: string;
  readonly key: string;
  readonly kind: string;
}

/** Operations through the abdominal wall. */
const ABDOMINAL = /^0[DFTUV]..0/;

/**
 * Work of another body system or approach done with the scope that looks at the gut: varices are veins (06), and a
 * gastrostomy tube is put in from the skin while the scope watches (0DH6).
 */
function isDoneWith(operation: string, look: string): boolean {
  return look.startsWith('0DJ') && (/^06L3/.test(operation) || /^0DH6/.test(operation));
}

/** Imaging (section B, C), measurement and monitoring (4A) and looks without a scope: reported only where a house asks for them. */
function isAncillary({ term, patterns }: ProcedureMention): boolean {
  if (!term.flags.has('exam') || term.flags.has('reported')) return false;
  return (
    term.kind === 'imaging' ||
    patterns.every((list) => list.every((pattern) => !pattern.startsWith('0') || pattern[4] === 'X'))
  );
}

/** ICD-10-PCS, axis by axis: a code leaves only as a row of the tables of this release. */
export class PcsCoder {
  readonly #release: Release;
  readonly #tables: PcsTables;
  readonly #finder: ProcedureFinder;
  readonly #indexSteps = new Map<string, readonly TrailStep[]>();

  constructor(release: Release, words: PcsWords) {
    this.#release = release;
    this.#tables = new PcsTables(release, new Anatomy(words.parts));
    this.#finder = new ProcedureFinder(this.#tables, words);
  }

  /**
   * @param ancillary also build imaging, monitoring, measurement and other looks that a stay does not report by custom
   */
  code(document: NoteDocument, ancillary = false): PcsResult {
    const { mentions, built, findings, parts } = this.#read(document, ancillary);
    const codes = [...built.values()]
      .filter(({ code }) => !parts.has(code))
      .map((one) => this.#present(one, document.text))
      .filter(({ confidence }) => confidence >= THRESHOLD);
    codes.sort(
      (a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0) || a.code.localeCompare(b.code),
    );
    return {
      codes,
      rejected: [
        ...this.#integral(parts, built, document.text),
        ...this.#rejected(mentions, built, document.text),
      ],
      findings: [...findings.values()],
    };
  }

  /** Every procedure found, before any is left out for want of confidence: what the weights are learned from. */
  unweighed(document: NoteDocument): LearnedProcedure[] {
    const { built, parts } = this.#read(document, true);
    return [...built.values()]
      .filter(({ code }) => !parts.has(code))
      .flatMap(({ code, mentions: [first] }) =>
        first === undefined ? [] : [{ code, key: first.term.key, kind: first.term.kind }],
      );
  }

  #read(document: NoteDocument, ancillary: boolean): Reading {
    const mentions = this.#finder.find(document).filter((mention) => ancillary || !isAncillary(mention));
    const done = mentions.filter((mention) => mention.performed.performed);
    const built = new Map<string, Built>();
    const findings = new Map<string, Finding>();
    const scopes = scopesOf(done);
    for (const [, group] of groupByPattern(done)) this.#build(group, scopes, built, findings);
    const parts = new Map<string, string>();
    for (const one of built.values()) {
      const why = this.#partOf(one, built, document);
      if (why !== null) parts.set(one.code, why);
    }
    return { mentions, built, findings, parts };
  }

  #build(
    group: readonly ProcedureMention[],
    scopes: ReadonlyMap<string, AxisWord>,
    built: Map<string, Built>,
    findings: Map<string, Finding>,
  ): void {
    const [first] = group;
    if (first === undefined) return;
    if (first.patterns.length === 0) {
      const asked = this.#ask(first, 'side', []);
      findings.set(asked.message, asked);
      return;
    }
    const merged = mergeSaid(group);
    for (const alternatives of first.patterns) {
      const scope = scopes.get(alternatives[0]?.[1] ?? '');
      const said =
        merged.approach === undefined && scope !== undefined && first.term.flags.has('sample')
          ? { ...merged, approach: scope }
          : merged;
      const completed = this.#complete(alternatives, said, first);
      if (completed === null) continue;
      if (!completed.complete) {
        const asked = this.#ask(
          first,
          completed.axis.toLowerCase(),
          completed.options.map(({ label }) => label),
        );
        findings.set(asked.message, asked);
        continue;
      }
      const id = this.#release.codes.find(completed.code);
      if (id < 0 || !this.#release.codes.billable(id)) continue;
      if (/^convert/i.test(said.approach?.words ?? '') && ABDOMINAL.test(completed.code))
        this.#lookBefore(group, built);
      const known = built.get(completed.code);
      if (known === undefined)
        built.set(completed.code, { code: completed.code, axes: completed.axes, mentions: [...group] });
      else known.mentions.push(...group);
    }
  }

  /** A scope operation that was finished open is the open operation and the look through the scope (guideline B3.2d). */
  #lookBefore(group: readonly ProcedureMention[], built: Map<string, Built>): void {
    const usage = { open: false, usual: false, values: new Map<string, string>() };
    const look = completeAxes(this.#tables, '0WJG4ZZ', {}, usage, group[0]?.name ?? '');
    if (look?.complete === true)
      built.set(look.code, { code: look.code, axes: look.axes, mentions: [...group] });
  }

  #complete(alternatives: readonly string[], said: SaidOfAxes, mention: ProcedureMention): Completed | null {
    const { flags, settings } = mention.term;
    const usage = { open: flags.has('open'), usual: flags.has('usual'), values: settings };
    let open: Completed | null = null;
    for (const pattern of alternatives) {
      const completed = completeAxes(this.#tables, pattern, said, usage, mention.name);
      if (completed?.complete === true) return completed;
      open ??= completed;
    }
    return open;
  }

  /**
   * Why a procedure found is part of another one and not reported beside it: a look around at the same time
   * (ICD-10-PCS guideline B3.11a), closing the site (guideline B3.1b), or what
   * anesthesia and the care around an operation need. Null when it is reported.
   */
  #partOf(
    { code, mentions }: Built,
    built: ReadonlyMap<string, Built>,
    document: NoteDocument,
  ): string | null {
    const operative = document.sections.some(
      ({ kind }) => kind === 'procedure-description' || kind === 'anesthesia',
    );
    const operations = [...built.values()].filter(
      (other) => other.code[0] === '0' && other.code[2] !== 'J' && other.code !== code,
    );
    if (mentions.every(({ term }) => term.flags.has('incidental'))) {
      const ventilated = [...built.keys()].some((other) => other.startsWith('5A19'));
      return operative && operations.length > 0 && !ventilated
        ? 'part of the anesthesia and care for the operation'
        : null;
    }
    const last = mentions.every(({ term }) => term.flags.has('last'));
    if (code[0] !== '0' || (code[2] !== 'J' && !last)) return null;
    if (mentions.some(({ said }) => /^convert/i.test(said.approach?.words ?? ''))) return null;
    for (const other of operations) {
      const sameWay = last
        ? /^0[DFTUV7W4]/.test(other.code) && /[04]/.test(other.code[4] ?? '')
        : isDoneWith(other.code, code) || (other.code[4] === code[4] && other.code[1] === code[1]);
      if (sameWay && (last || operative || together(mentions, other.mentions)))
        return `the look is part of ${other.code}`;
    }
    return null;
  }

  #present({ code, axes, mentions }: Built, text: string): CodedCode {
    const { codes } = this.#release;
    const best = mentions[0];
    const row = this.#tables.rows(code.slice(0, 3))[0];
    const asked = axes.filter(({ assumed }) => assumed);
    const trail: TrailStep[] = [...this.#indexStep(code)];
    row?.titles.forEach((title, at) => {
      trail.push({
        step: 'axis',
        axis: ['Section', 'Body System', 'Operation'][at] ?? '',
        value: `${code[at]} ${title}`,
        because: at === 2 ? `“${best?.name ?? ''}”` : `table ${code.slice(0, 3)}`,
      });
    });
    axes.forEach((axis, at) => {
      const part =
        at === 0 && best?.side !== undefined && best.sideFromNote
          ? `the note speaks only of the ${best.side} side`
          : axis.because;
      trail.push({
        step: 'axis',
        axis: axis.axis,
        value: `${axis.value} ${axis.label}`,
        because:
          at === 0 && axis.because.startsWith('“')
            ? `“${best === undefined ? '' : text.slice(best.span.start, best.span.end)}”`
            : part,
      });
    });
    return {
      system: 'icd10pcs',
      code,
      title: codes.title(codes.find(code)),
      role: 'procedure',
      confidence: confidenceOfProcedure(code, mentions, asked.length),
      billable: true,
      evidence: evidenceOf(mentions, text),
      trail,
      alternatives: [],
      queries: asked.map((axis) => queryFor(best?.name ?? '', axis.axis.toLowerCase(), [])),
      citations: [this.#release.cite(code)],
    };
  }

  /** The Index line of exactly this code, where the Index has one. */
  #indexStep(code: string): readonly TrailStep[] {
    const known = this.#indexSteps.get(code);
    if (known !== undefined) return known;
    const steps = this.#release
      .indexLinesTo(code)
      .slice(0, 1)
      .map(({ line }): TrailStep => ({ step: 'index', path: this.#release.indexPath(line.id), code }));
    this.#indexSteps.set(code, steps);
    return steps;
  }

  #ask(mention: ProcedureMention, axis: string, options: readonly string[]): Finding {
    const table = mention.patterns[0]?.[0]?.slice(0, 3) ?? '';
    return {
      rule: 'icd10pcs/not-documented',
      messageId: 'axis',
      verdict: 'info',
      lines: [],
      diagnoses: [],
      data: { axis, name: mention.name },
      message: queryFor(mention.name, axis, options).text,
      citations: [this.#release.cite(table)],
    };
  }

  #integral(
    parts: ReadonlyMap<string, string>,
    built: ReadonlyMap<string, Built>,
    text: string,
  ): RejectedCode[] {
    const { codes } = this.#release;
    return [...parts].map(([code, why]) => ({
      code,
      title: codes.title(codes.find(code)),
      why,
      evidence: evidenceOf(built.get(code)?.mentions ?? [], text),
    }));
  }

  #rejected(
    mentions: readonly ProcedureMention[],
    built: ReadonlyMap<string, Built>,
    text: string,
  ): RejectedCode[] {
    const rejected = new Map<string, RejectedCode>();
    for (const mention of mentions) {
      if (mention.performed.performed) continue;
      for (const alternatives of mention.patterns) {
        const completed = this.#complete(alternatives, mention.said, mention);
        if (completed?.complete !== true || built.has(completed.code) || rejected.has(completed.code))
          continue;
        const { codes } = this.#release;
        const id = codes.find(completed.code);
        if (id < 0) continue;
        const evidence: Evidence = {
          ...mention.span,
          text: text.slice(mention.span.start, mention.span.end),
          section: mention.section?.heading ?? '',
          assertion: mention.performed.assertion,
        };
        rejected.set(completed.code, {
          code: completed.code,
          title: codes.title(id),
          why: mention.performed.why,
          evidence: [evidence],
        });
      }
    }
    return [...rejected.values()];
  }
}
