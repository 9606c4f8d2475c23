import { useQuery } from '@tanstack/react-query';
import { listReleases } from '../api.ts';

const NAMES: Record<string, string> = {
  icd10cm: 'ICD-10-CM',
  icd10pcs: 'ICD-10-PCS',
  hcpcs: 'HCPCS Level II',
  guidelines: 'Official Guidelines',
  procedures: 'Procedures, in our words',
};

/** What is loaded: every release with its dates, counts and the publisher's files. */
export function Book() {
  const { data } = useQuery({ queryKey: ['releases'], queryFn: ({ signal }) => listReleases(signal) });
  return (
    <main className="page">
      <h1>The open book</h1>
      <p className="lede">
        Everything Casebook says is a row of one of these releases. Load the publishers' files with{' '}
        <code>casebook pull</code>.
      </p>
      <div className="scroll">
        <table className="grid">
          <thead>
            <tr>
              <th>Publication</th>
              <th>Release</th>
              <th>In force</th>
              <th className="num">Rows</th>
              <th className="num">Billable</th>
              <th>Files</th>
            </tr>
          </thead>
          <tbody>
            {data?.map((release) => (
              <tr key={`${release.source} ${release.version}`}>
                <td>
                  {NAMES[release.source] ?? release.source}
                  {release.edition === 'starter' ? <span className="tag">starter</span> : null}
                </td>
                <td>{release.version}</td>
                <td>
                  {release.effective[0]} to {release.effective[1]}
                </td>
                <td className="num">{release.rows.toLocaleString('en-US')}</td>
                <td className="num">{release.billable.toLocaleString('en-US')}</td>
                <td>
                  <details>
                    <summary>{release.files.length}</summary>
                    <ul className="files">
                      {release.files.map((file) => (
                        <li key={file.name}>
                          {file.name} <code>{file.sha256.slice(0, 12)}</code>
                        </li>
                      ))}
                    </ul>
                  </details>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </main>
  );
}
