import type { CodePage } from '../api.ts';
import { CodeText, Prose } from './code-text.tsx';

type Page = NonNullable<CodePage['explainer']>;

const FIELDS: Readonly<Record<string, string>> = {
  family: 'Family',
  related: 'Related numbers',
  pcs: 'ICD-10-PCS',
  diagnoses: 'Usual diagnoses',
};

/** A procedure in our own words. */
export function Explainer({ explainer }: { readonly explainer: Page }) {
  const fields = Object.entries({ family: explainer.family, ...explainer.fields }).filter(
    ([name, value]) => name in FIELDS && value !== '',
  );
  return (
    <section className="explainer prose" aria-label="Explainer">
      <table className="grid">
        <tbody>
          {fields.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{FIELDS[name]}</th>
              <td>
                <CodeText text={value} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {explainer.sections.map((section) => (
        <section key={section.heading}>
          <h3>{section.heading}</h3>
          <Prose markdown={section.markdown} />
        </section>
      ))}
    </section>
  );
}
