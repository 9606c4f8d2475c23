import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { CodedNote } from '../api.ts';
import { toneOf } from '../marks.ts';
import { CodeCard } from './code-card.tsx';

interface Props {
  readonly coded: CodedNote | undefined;
  readonly failure: Error | null;
  readonly active: string | null;
  readonly onPick: (code: string) => void;
}

/** The codes, what was looked at and left out, and what a payer would say. */
export function Results({ coded, failure, active, onPick }: Props) {
  if (failure !== null)
    return (
      <aside className="results">
        <p className="problem" role="alert">
          {failure.message}
        </p>
      </aside>
    );
  if (coded === undefined)
    return (
      <aside className="results results-empty">
        The codes appear here, each with the words that prove it.
      </aside>
    );
  const release = coded.book.map((book) => `${book.source} ${book.version}`).join(', ');
  return (
    <aside className="results" aria-label="Codes" aria-live="polite">
      <header className="results-head">
        <h2>
          {coded.codes.length} {coded.codes.length === 1 ? 'code' : 'codes'}
        </h2>
        <span className="timing">
          {coded.elapsedMs.toFixed(1)} ms · {release}
        </span>
        <CopyCodes coded={coded} />
      </header>
      {coded.codes.map((suggestion, place) => (
        <CodeCard
          key={`${suggestion.system} ${suggestion.code}`}
          suggestion={suggestion}
          tone={toneOf(place)}
          active={active === suggestion.code}
          onPick={onPick}
        />
      ))}
      {coded.codes.length === 0 ? (
        <p className="none">Nothing in this note supports a code of the open book.</p>
      ) : null}
      {coded.findings.length > 0 ? (
        <section className="findings">
          <h3>Findings</h3>
          {coded.findings.map((finding) => (
            <p key={`${finding.rule} ${finding.message}`} className={`finding finding-${finding.verdict}`}>
              <b>{finding.verdict}</b> {finding.message}{' '}
              {finding.fix ? <span className="fix">{finding.fix}</span> : null}
              <span className="rule">{finding.rule}</span>
            </p>
          ))}
        </section>
      ) : null}
      {coded.rejected.length > 0 ? (
        <section className="rejected">
          <h3>Read and left out</h3>
          <ul>
            {coded.rejected.map((rejected) => (
              <li
                key={`${rejected.code} ${rejected.why} ${rejected.evidence[0]?.start}`}
                className={active === rejected.code ? 'on' : ''}
              >
                <Link to="/codes/$code" params={{ code: rejected.code }} className="code small">
                  {rejected.code}
                </Link>
                <span className="tag">{rejected.why}</span>
                <button type="button" className="quote-link" onClick={() => onPick(rejected.code)}>
                  <q>{rejected.evidence[0]?.text}</q>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p className="caution">Casebook suggests; a qualified person decides and signs.</p>
    </aside>
  );
}

function CopyCodes({ coded }: { readonly coded: CodedNote }) {
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    const lines = coded.codes.map((code) => `${code.code}\t${code.title}\t${code.role}`).join('\n');
    void navigator.clipboard.writeText(lines).then(() => {
      setCopied(true);
      setTimeout(() => setCopied(false), 1500);
    });
  };
  return (
    <button type="button" className="quiet" onClick={copy} disabled={coded.codes.length === 0}>
      {copied ? 'Copied' : 'Copy codes'}
    </button>
  );
}
