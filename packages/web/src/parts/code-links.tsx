import { Link } from '@tanstack/react-router';

interface Ref {
  readonly code: string;
  readonly title: string;
  readonly billable?: boolean;
}

/** Codes with their titles, each a link; long lists fold. */
export function CodeLinks({
  system,
  codes,
  here,
  fold = 30,
}: {
  readonly system: string;
  readonly codes: readonly Ref[];
  readonly here?: string;
  readonly fold?: number;
}) {
  const rows = (some: readonly Ref[]) => (
    <ul className="code-list">
      {some.map((ref) => (
        <li key={ref.code} className={ref.code === here ? 'here' : ''}>
          <Link
            to="/codes/$system/$code"
            params={{ system, code: ref.code }}
            className={`code${ref.billable === false ? ' code-header' : ''}`}
          >
            {ref.code}
          </Link>
          <span>{ref.title}</span>
        </li>
      ))}
    </ul>
  );
  if (codes.length <= fold) return rows(codes);
  return (
    <>
      {rows(codes.slice(0, fold))}
      <details>
        <summary>{codes.length - fold} more</summary>
        {rows(codes.slice(fold))}
      </details>
    </>
  );
}
