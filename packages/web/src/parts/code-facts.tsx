import { Link } from '@tanstack/react-router';
import type { CodePage } from '../api.ts';

const SYSTEMS: Readonly<Record<string, string>> = {
  icd10cm: 'ICD-10-CM',
  icd10pcs: 'ICD-10-PCS',
  hcpcs: 'HCPCS Level II',
  cpt: 'Procedure number, in our words',
};

/** The one-glance facts: may it be submitted, in which release, for which days. */
export function CodeFacts({ page }: { readonly page: CodePage }) {
  const { validity } = page;
  return (
    <ul className="facts">
      <li>{SYSTEMS[page.system] ?? page.system}</li>
      {page.kind === 'modifier' ? (
        <li>Modifier</li>
      ) : page.system === 'cpt' ? null : (
        <li className={page.billable ? 'yes' : 'no'}>
          {page.billable ? 'Billable' : 'Not billable: more characters needed'}
        </li>
      )}
      <li>
        Release {page.version}
        {page.starter ? ' (starter)' : ''}
      </li>
      <li>
        {validity.to === null
          ? `In the loaded releases since ${validity.from}`
          : `Valid ${validity.from} to ${validity.to}`}
      </li>
      {page.asOf === 'after-release' ? (
        <li className="no">Not verified for this date: the newest loaded release ended before it</li>
      ) : null}
      {page.poaExempt === null ? null : (
        <li>{page.poaExempt ? 'POA exempt' : 'POA required on inpatient claims'}</li>
      )}
      {Object.entries(page.system === 'cpt' ? {} : page.attributes).map(([name, value]) => (
        <li key={name}>
          {name}: {value}
        </li>
      ))}
      {page.alsoIn.map((system) => (
        <li key={system}>
          Also in{' '}
          <Link to="/codes/$system/$code" params={{ system, code: page.code }}>
            {SYSTEMS[system] ?? system}
          </Link>
        </li>
      ))}
    </ul>
  );
}
