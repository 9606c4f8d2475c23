import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { CodedNote } from '../api.ts';

type Suggestion = CodedNote['codes'][number];

const ROLES: Record<string, string> = {
  principal: 'Principal',
  'first-listed': 'First-listed',
  secondary: 'Secondary',
  procedure: 'Procedure',
  'external-cause': 'External cause',
};
const SYSTEMS: Record<string, string> = {
  icd10cm: 'ICD-10-CM',
  icd10pcs: 'ICD-10-PCS',
  hcpcs: 'HCPCS',
  cpt: 'CPT no.',
};

interface Props {
  readonly suggestion: Suggestion;
  readonly tone: number;
  readonly active: boolean;
  readonly onPick: (code: string) => void;
}

/** One suggested code with its proof: quotes, the way through the index, what else it could be, what to ask. */
export function CodeCard({ suggestion, tone, active, onPick }: Props) {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (active) card.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, [active]);
  const { code, system, title, role, confidence, evidence, trail, alternatives, queries } = suggestion;
  const pick = (): void => onPick(code);
  return (
    <article ref={card} className={`card tone-${tone}${active ? ' card-on' : ''}`} data-code={code}>
      <button type="button" className="card-head" onClick={pick} aria-pressed={active}>
        <span className="code">{code}</span>
        <span className="card-title">{title}</span>
        <span className="card-meta">
          <span className={`role role-${role}`}>{ROLES[role] ?? role}</span>
          <span className="system">{SYSTEMS[system] ?? system}</span>
          <span className="confidence" title={`Confidence ${Math.round(confidence * 100)} of 100`}>
            <meter min={0} max={1} low={0.4} high={0.7} optimum={1} value={confidence}>
              {confidence}
            </meter>
            {Math.round(confidence * 100)}%
          </span>
        </span>
      </button>
      <ul className="quotes">
        {evidence.slice(0, active ? undefined : 2).map((quote) => (
          <li key={`${quote.start}-${quote.end}`}>
            <q>{quote.text}</q>
            {quote.section ? <cite>{quote.section}</cite> : null}
          </li>
        ))}
        {!active && evidence.length > 2 ? (
          <li className="more">and {evidence.length - 2} more places</li>
        ) : null}
      </ul>
      {queries.map((query) => (
        <p className="query" key={query.text}>
          <b>Ask the provider</b> {query.text}
        </p>
      ))}
      {active ? (
        <div className="proof">
          <h4>How it was found</h4>
          <ol className="trail">
            {trail.map((step, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the trail is a fixed list of steps
              <li key={i}>
                <TrailLine step={step} />
              </li>
            ))}
          </ol>
          {alternatives.length > 0 ? (
            <>
              <h4>Could also be</h4>
              <ul className="alternatives">
                {alternatives.map((other) => (
                  <li key={other.code}>
                    <Link
                      to="/codes/$system/$code"
                      params={{ system, code: other.code }}
                      className="code small"
                    >
                      {other.code}
                    </Link>{' '}
                    {other.title}
                    {other.why ? <span className="why"> {other.why}</span> : null}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          <p className="card-foot">
            <Link to="/codes/$system/$code" params={{ system, code }}>
              Open the code page
            </Link>
            <span className="cites">
              {suggestion.citations.map((c) => `${c.source} ${c.version} · ${c.locator}`).join('   ')}
            </span>
          </p>
        </div>
      ) : null}
    </article>
  );
}

type Step = Suggestion['trail'][number];

/** One step as a coder would say it. */
function TrailLine({ step }: { readonly step: Step }) {
  switch (step.step) {
    case 'index':
    case 'title':
    case 'inclusion':
      return (
        <>
          <span className="step">{step.step}</span> {step.path.join(' › ')}{' '}
          <span className="code small">{step.code}</span>
        </>
      );
    case 'complete':
      return (
        <>
          <span className="step">completed</span> <span className="code small">{step.from}</span> →{' '}
          <span className="code small">{step.code}</span> {step.because}
        </>
      );
    case 'tabular':
      return (
        <>
          <span className="step">tabular</span> <span className="code small">{step.code}</span> {step.result}
        </>
      );
    case 'rule':
      return (
        <>
          <span className="step">rule</span> {step.result} <span className="why">{step.authority}</span>
        </>
      );
    case 'axis':
      return (
        <>
          <span className="step">{step.axis}</span> {step.value} <span className="why">{step.because}</span>
        </>
      );
  }
}
