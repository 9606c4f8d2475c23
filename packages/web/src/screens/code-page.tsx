import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { type CodePage as Page, showCode } from '../api.ts';
import { CodeFacts } from '../parts/code-facts.tsx';
import { CodeLinks } from '../parts/code-links.tsx';
import { Explainer } from '../parts/explainer.tsx';
import {
  Axes,
  GuidelineMentions,
  History,
  IndexPaths,
  Notes,
  SeventhCharacters,
} from '../parts/page-sections.tsx';

/** The page of a code, at its own address. */
export function CodePage() {
  const { code = '', system } = useParams({ strict: false });
  const { data, error } = useQuery({
    queryKey: ['show', system, code],
    queryFn: ({ signal }) => showCode(code, system, signal),
  });
  useEffect(() => {
    document.title = data?.found ? `${data.code} ${data.title} · Casebook` : `${code} · Casebook`;
    return () => {
      document.title = 'Casebook';
    };
  }, [data, code]);

  if (error !== null)
    return (
      <main className="page">
        <p className="problem" role="alert">
          {error.message}
        </p>
      </main>
    );
  if (data === undefined) return <main className="page" aria-busy="true" />;
  if (!data.found)
    return (
      <main className="page">
        <h1>
          <span className="code">{code}</span> is not in the open book
        </h1>
        <p className="lede">{data.problem.message}</p>
        {data.suggestions.length > 0 ? (
          <>
            <h2>Near it</h2>
            <ul className="code-list">
              {data.suggestions.map((near) => (
                <li key={`${near.system} ${near.code}`}>
                  <Link
                    to="/codes/$system/$code"
                    params={{ system: near.system, code: near.code }}
                    className="code"
                  >
                    {near.code}
                  </Link>
                  <span>
                    {near.title} <span className="why">{near.why}</span>
                  </span>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </main>
    );
  return <Found page={data} />;
}

function Found({ page }: { readonly page: Page }) {
  const { hierarchy, system } = page;
  // The 7th-character table already lists the codes that differ in that character only.
  const listed = new Set(
    page.seventhCharacters?.characters.flatMap((row) => row.codes.map((ref) => ref.code)),
  );
  const siblings = hierarchy.siblings.filter((ref) => !listed.has(ref.code));
  const beside = [...siblings, page].sort((a, b) => (a.code < b.code ? -1 : 1));
  return (
    <main className="page">
      <nav className="crumbs" aria-label="Where this code stands">
        {hierarchy.chapter === null ? null : (
          <span>
            Chapter {hierarchy.chapter.chapter}: {hierarchy.chapter.title}
          </span>
        )}
        {hierarchy.section === null ? null : <span>{hierarchy.section.title}</span>}
        {hierarchy.ancestors.map((up) => (
          <span key={up.code}>
            <Link to="/codes/$system/$code" params={{ system, code: up.code }} title={up.title}>
              {up.code}
            </Link>
          </span>
        ))}
      </nav>
      <header className="code-hero">
        <span className="code">{page.code}</span>
        <h1>{page.title}</h1>
      </header>
      <CodeFacts page={page} />
      {page.starter ? (
        <p className="starter-note">
          From the starter book: our own tables, checked against the official files. Load the whole
          publication with <code>casebook pull</code>.
        </p>
      ) : null}
      {page.wordsOf.tabular === null && page.wordsOf.index === null ? null : (
        <p className="starter-note">
          {page.source} {page.version} is loaded as a list of codes alone: its notes and Index are read in{' '}
          {page.wordsOf.tabular ?? page.wordsOf.index}.
        </p>
      )}
      <div className="columns">
        <div>
          {page.explainer === null ? null : <Explainer explainer={page.explainer} />}
          {page.pcs === null ? null : <Axes pcs={page.pcs} />}
          <Notes groups={page.notes} />
          {page.seventhCharacters === null ? null : (
            <SeventhCharacters table={page.seventhCharacters} here={page.code} system={system} />
          )}
          {hierarchy.children.length > 0 ? (
            <>
              <h2>Below it</h2>
              <CodeLinks system={system} codes={hierarchy.children} />
            </>
          ) : null}
          <IndexPaths index={page.index} />
          <GuidelineMentions mentions={page.guidelines} />
          <History page={page} />
        </div>
        <aside>
          {hierarchy.sideVariants.length > 0 ? (
            <section className="panel">
              <h3>Other side</h3>
              <CodeLinks system={system} codes={hierarchy.sideVariants} />
            </section>
          ) : null}
          {siblings.length > 0 ? (
            <section className="panel">
              <h3>Beside it</h3>
              <CodeLinks system={system} codes={beside} here={page.code} fold={24} />
            </section>
          ) : null}
          <section className="panel">
            <h3>Where this comes from</h3>
            <ul className="plain-list soft">
              {page.citations.map((c) => (
                <li key={`${c.source} ${c.version} ${c.locator}`}>
                  {c.source} {c.version} · {c.locator}
                </li>
              ))}
            </ul>
          </section>
        </aside>
      </div>
    </main>
  );
}
