import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { openGuideline } from '../api.ts';
import { CodeText } from '../parts/code-text.tsx';

const route = getRouteApi('/guidelines/$section');

/** A section of the Official Guidelines with everything numbered below it. */
export function Guideline() {
  const { section } = route.useParams();
  const { data, error } = useQuery({
    queryKey: ['guideline', section],
    queryFn: ({ signal }) => openGuideline(section, signal),
  });
  return (
    <main className="page">
      <h1>Official Guidelines, section {section}</h1>
      {error === null ? null : (
        <p className="problem" role="alert">
          {error.message}
        </p>
      )}
      {data?.sections.map((part) => (
        <section key={part.section} className="prose">
          <h2>
            {part.section} {part.title} <span className="tag">page {part.page}</span>
          </h2>
          <p className="guideline-text">
            <CodeText text={part.text} />
          </p>
        </section>
      ))}
      {data === undefined ? null : <p className="soft">Official Guidelines, release {data.version}.</p>}
    </main>
  );
}
