import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { searchCodes } from '../api.ts';

const route = getRouteApi('/search');

export function Search() {
  const { q = '' } = route.useSearch();
  const { data } = useQuery({
    queryKey: ['search', q, 100],
    queryFn: ({ signal }) => searchCodes(q, 100, signal),
    enabled: q !== '',
  });
  return (
    <main className="page">
      <h1>Search: {q}</h1>
      <ul className="code-list">
        {data?.hits.map((hit) => (
          <li key={`${hit.system} ${hit.code}`}>
            <Link to="/codes/$system/$code" params={{ system: hit.system, code: hit.code }} className="code">
              {hit.code}
            </Link>
            <span>{hit.title}</span>
            <span className="why">{hit.why}</span>
          </li>
        ))}
      </ul>
      {data !== undefined && data.hits.length === 0 ? <p>Nothing in the loaded book matches.</p> : null}
    </main>
  );
}
