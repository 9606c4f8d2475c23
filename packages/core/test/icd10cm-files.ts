/** A tiny ICD-10-CM release in the publishers' layouts, in our own words. */

export type OrderRow = readonly [code: string, billable: 0 | 1, title: string];

export const ORDER_ROWS: readonly OrderRow[] = [
  ['A00', 0, 'Test fever'],
  ['A000', 1, 'Test fever of the first kind'],
  ['A009', 1, 'Test fever, unspecified'],
  ['S82', 0, 'Broken test leg'],
  ['S826', 0, 'Broken test ankle'],
  ['S8261', 0, 'Broken right test ankle'],
  ['S8261XA', 1, 'Broken right test ankle, first visit'],
  ['S8261XS', 1, 'Broken right test ankle, sequela'],
  ['Z99', 0, 'Test machines'],
  ['Z990', 1, 'Depends on the test machine'],
];

export function orderFile(rows: readonly OrderRow[] = ORDER_ROWS): string {
  return rows
    .map(
      ([code, billable, title], i) =>
        `${String(i + 1).padStart(5, '0')} ${code.padEnd(7)} ${billable} ${title.slice(0, 60).padEnd(60)} ${title}\r\n`,
    )
    .join('');
}

export function tabularXml(year: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<ICD10CM.tabular><version>${year}</version>
<introduction><introSection type="instruction"><includes><note>not a note of any code (A00)</note></includes></introSection></introduction>
<chapter><name>1</name><desc>Test infections (A00-B99)</desc>
  <includes><note>what is caught</note></includes>
  <section id="A00-A09"><desc>Test fevers (A00-A09)</desc>
    <diag><name>A00</name><desc>Test fever</desc>
      <excludes1><note>fever of machines (Z99.-)</note><note>  </note></excludes1>
      <diag><name>A00.0</name><desc>Test fever of the first kind</desc>
        <inclusionTerm><note>First
          fever &amp; chills</note></inclusionTerm></diag>
      <diag><name>A00.9</name><desc>Test fever, unspecified</desc></diag>
    </diag>
  </section>
</chapter>
<chapter><name>19</name><desc>Test injuries (S00-T88)</desc>
  <section id="S80-S89"><desc>Test legs (S80-S89)</desc>
    <diag><name>S82</name><desc>Broken test leg</desc>
      <sevenChrNote><note>Add a 7th character</note></sevenChrNote>
      <sevenChrDef><extension char="A">first visit</extension><extension char="S">sequela</extension></sevenChrDef>
      <diag><name>S82.6</name><desc>Broken test ankle</desc>
        <diag placeholder="true"><name>S82.61</name><desc>Broken right test ankle</desc></diag></diag>
    </diag>
  </section>
</chapter>
<chapter><name>21</name><desc>Test factors (Z00-Z99)</desc>
  <section id="Z77-Z99"><desc>Test status (Z77-Z99)</desc>
    <diag><name>Z99</name><desc>Test machines</desc>
      <codeFirst><note>the reason, such as: fever (A00.0-A00.9)</note></codeFirst>
      <diag><name>Z99.0</name><desc>Depends on the test machine</desc></diag></diag>
  </section>
</chapter>
</ICD10CM.tabular>`;
}

export function indexXml(year: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<ICD10CM.index><version>${year}</version><title>ICD-10-CM INDEX TO DISEASES and INJURIES</title>
<letter><title>B</title>
  <mainTerm><title>Broken<nemod>(cracked) (snapped (twice))</nemod>, ankle</title><code>S82.6-</code>
    <term level="1"><title>with fever</title><code>A00.9</code><manif>Z99.0</manif></term>
    <term level="1"><title>elsewhere</title><seecat>S82</seecat></term>
  </mainTerm>
  <mainTerm><title>Burnt</title><see>Broken, ankle</see></mainTerm>
</letter></ICD10CM.index>`;
}
