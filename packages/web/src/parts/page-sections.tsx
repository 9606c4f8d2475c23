import { Link } from '@tanstack/react-router';
import type { CodePage } from '../api.ts';
import { CodeText } from './code-text.tsx';

type Group = CodePage['notes'][number];

/** What the Tabular says of it: its own notes first, inherited ones with where they stand, a chapter's folded away. */
export function Notes({ groups }: { readonly groups: CodePage['notes'] }) {
  if (groups.length === 0) return null;
  return (
    <>
      <h2>Tabular notes</h2>
      {groups.map((group) => (
        <NoteGroup group={group} key={group.kind} />
      ))}
    </>
  );
}

function NoteGroup({ group }: { readonly group: Group }) {
  const near = group.notes.filter((note) => note.origin.scopeKind !== 'chapter');
  const chapter = group.notes.filter((note) => note.origin.scopeKind === 'chapter');
  return (
    <section className={`panel note-${group.kind}`}>
      <h3>{group.label}</h3>
      <NoteLines notes={near} />
      {chapter.length > 0 ? (
        <details>
          <summary className="soft">
            {chapter.length} from chapter {chapter[0]?.origin.scope}
          </summary>
          <NoteLines notes={chapter} />
        </details>
      ) : null}
    </section>
  );
}

function NoteLines({ notes }: { readonly notes: Group['notes'] }) {
  return (
    <ul className="note-list">
      {notes.map((note) => (
        <li key={`${note.origin.scope} ${note.text}`}>
          <CodeText text={note.text} />
          {note.inherited && note.origin.scopeKind !== 'chapter' ? (
            <span className="origin">
              from {note.origin.scopeKind === 'section' ? 'section ' : ''}
              {note.origin.scope}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** The 7th characters with the full codes they make. */
export function SeventhCharacters({
  table,
  here,
  system,
}: {
  readonly table: NonNullable<CodePage['seventhCharacters']>;
  readonly here: string;
  readonly system: string;
}) {
  return (
    <>
      <h2>7th character</h2>
      <div className="scroll panel">
        <table className="grid">
          <tbody>
            {table.characters.map((row) => (
              <tr key={row.character}>
                <td className="code">{row.character}</td>
                <td>{row.meaning}</td>
                <td>
                  {row.codes.slice(0, 3).map((ref) => (
                    <Link
                      key={ref.code}
                      to="/codes/$system/$code"
                      params={{ system, code: ref.code }}
                      className="code small"
                      aria-current={ref.code === here ? 'page' : undefined}
                    >
                      {ref.code}{' '}
                    </Link>
                  ))}
                  {row.codes.length > 3 ? (
                    <span className="soft">and {row.codes.length - 3} more</span>
                  ) : null}
                  {row.codes.length === 0 ? <span className="soft">no such code</span> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="soft">Written at {table.scope}.</p>
      </div>
    </>
  );
}

/** A PCS code character by character, with what else its table row allows. */
export function Axes({ pcs }: { readonly pcs: NonNullable<CodePage['pcs']> }) {
  return (
    <>
      <h2>Character by character</h2>
      <div className="scroll panel">
        <table className="grid axes">
          <tbody>
            {pcs.axes.map((axis) => (
              <tr key={axis.position}>
                <td>{axis.value}</td>
                <th scope="row">{axis.name}</th>
                <td>
                  {axis.label}
                  {axis.definition === undefined ? null : <div className="soft">{axis.definition}</div>}
                  {axis.alternatives.length > 0 ? (
                    <details>
                      <summary className="soft">{axis.alternatives.length} other values</summary>
                      {axis.alternatives.map((other) => (
                        <div key={other.value}>
                          <Link
                            to="/codes/$system/$code"
                            params={{ system: 'icd10pcs', code: other.code }}
                            className="code small"
                          >
                            {other.value}
                          </Link>{' '}
                          {other.label}
                        </div>
                      ))}
                    </details>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="soft">Table {pcs.table}.</p>
      </div>
    </>
  );
}

/** The ways the Alphabetic Index leads here. */
export function IndexPaths({ index }: { readonly index: CodePage['index'] }) {
  if (index.length === 0) return null;
  const row = (entry: CodePage['index'][number]) => (
    <li key={entry.citation.locator + entry.role + entry.path.join('|')}>
      {entry.path.join(' › ')}
      {entry.role === 'code' ? null : <span className="tag">{entry.role}</span>}
    </li>
  );
  return (
    <>
      <h2>Index paths that lead here</h2>
      <div className="panel">
        <ul className="note-list">{index.slice(0, 20).map(row)}</ul>
        {index.length > 20 ? (
          <details>
            <summary>{index.length - 20} more</summary>
            <ul className="note-list">{index.slice(20).map(row)}</ul>
          </details>
        ) : null}
      </div>
    </>
  );
}

export function GuidelineMentions({ mentions }: { readonly mentions: CodePage['guidelines'] }) {
  if (mentions.length === 0) return null;
  return (
    <>
      <h2>Official Guidelines that name it</h2>
      <ul className="note-list panel">
        {mentions.map((mention) => (
          <li key={mention.citation.locator + mention.section}>
            <Link to="/guidelines/$section" params={{ section: mention.section }}>
              {mention.section}
            </Link>{' '}
            {mention.title}
            <span className="origin">
              {mention.mention}, page {mention.page}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

const CHANGES: Readonly<Record<string, string>> = {
  added: 'added',
  deleted: 'deleted',
  'title-revised': 'title revised',
  'became-billable': 'became billable',
  'became-header': 'no longer billable',
};

/** How it changed between the loaded releases, and what was assigned before it. */
export function History({ page }: { readonly page: CodePage }) {
  if (page.history.length === 0 && page.conversions.length === 0 && page.validity.releases.length < 2)
    return null;
  return (
    <>
      <h2>History</h2>
      <ul className="note-list panel">
        {page.validity.releases.map((release) => (
          <li key={release.version}>
            {release.version}:{' '}
            {release.present ? (release.billable ? 'valid' : 'header') : 'not in this release'}
            <span className="origin">
              {release.effective[0]} to {release.effective[1]}
            </span>
          </li>
        ))}
        {page.history.map((entry) => (
          <li key={`${entry.to} ${entry.change}`}>
            {entry.to}: {CHANGES[entry.change] ?? entry.change}
            {entry.before === undefined || entry.after === undefined ? null : (
              <span className="origin">
                {entry.before} → {entry.after}
              </span>
            )}
          </li>
        ))}
        {page.conversions.map((conversion) => (
          <li key={conversion.effective}>
            New on {conversion.effective}; before it: <CodeText text={conversion.previous.join(', ')} />
          </li>
        ))}
      </ul>
    </>
  );
}
