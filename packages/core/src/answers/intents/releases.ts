import { intent } from '../intent.ts';
import { listed } from '../say.ts';

const ASKS =
  / (?:is|are) (?:[a-z0-9]+ ){0,4}loaded | (?:which|what|list|show) (?:[a-z0-9]+ ){0,4}(?:loaded|installed|releases|versions|book) | (?:up to date|how current|is loaded|are loaded) | what (?:code )?(?:sets|books) (?:do you have|are there) /;
const COUNT =
  / how many (?:billable |valid )?(?:icd|icd 10|icd 10 cm|icd 10 pcs|hcpcs|pcs|diagnosis|procedure)?(?: 10)?(?: cm| pcs)? ?codes? (?:are|exist|does|do) /;

/** What is loaded, for which days. */
export const releases = intent({
  id: 'releases',
  examples: ['Which releases are loaded?', 'what versions do you have loaded', 'is FY2026 loaded'],
  read({ codes, plain }) {
    return codes.length === 0 && (ASKS.test(plain) || COUNT.test(plain)) ? { slots: null, sure: 0.7 } : null;
  },
  answer(_, { versions, plain }, jobs) {
    const loaded = jobs.releases();
    const lines = loaded.map(
      ({ source, version, effective: [from, to] }) => `${source} ${version} (${from} to ${to})`,
    );
    const citations = loaded.map(({ source, version, effective }) => ({
      source: `${source}-release` as const,
      version,
      locator: 'effective dates',
      quote: `${effective[0]} to ${effective[1]}`,
    }));
    if (COUNT.test(plain)) {
      const source = / pcs /.test(plain) ? 'icd10pcs' : / hcpcs /.test(plain) ? 'hcpcs' : 'icd10cm';
      const newest = jobs
        .releases(source)
        .find(({ version }) => versions.length === 0 || version === versions[0]);
      if (newest !== undefined)
        return {
          verdict: { kind: 'value', value: newest.billable },
          says: [
            `${newest.billable} codes valid for submission in ${source} ${newest.version}; ${newest.rows} with the headings.`,
          ],
          citations: citations.filter(
            (one) => one.source === `${source}-release` && one.version === newest.version,
          ),
        };
    }
    const [asked] = versions;
    if (asked !== undefined && / is | are /.test(plain)) {
      const has = loaded.filter(({ version }) => version.startsWith(asked));
      return {
        verdict: { kind: has.length > 0 ? 'yes' : 'no' },
        says: [
          has.length > 0
            ? `Yes: ${listed(has.map(({ source, version }) => `${source} ${version}`))}.`
            : `No. Loaded: ${listed(lines, 20)}.`,
        ],
        citations: citations.filter(({ version }) => has.length === 0 || version.startsWith(asked)),
      };
    }
    return { verdict: { kind: 'value', value: loaded.length }, says: [`${listed(lines, 20)}.`], citations };
  },
});
