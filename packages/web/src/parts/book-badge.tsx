import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listReleases } from '../api.ts';

/** Which book is open: the starter says so on every page. */
export function BookBadge() {
  const { data } = useQuery({ queryKey: ['releases'], queryFn: ({ signal }) => listReleases(signal) });
  if (data === undefined) return null;
  const starter = data.some((release) => release.edition === 'starter' && release.source === 'icd10cm');
  const newest = data.find((release) => release.source === 'icd10cm');
  return (
    <Link to="/book" className={`badge${starter ? ' badge-starter' : ''}`}>
      {starter ? 'Starter book' : newest === undefined ? 'No book' : `ICD-10-CM ${newest.version}`}
    </Link>
  );
}
