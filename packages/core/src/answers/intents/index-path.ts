import { intent } from '../intent.ts';
import { listed, missed, pageOf, rowOf } from '../say.ts';

/** How the Alphabetic Index leads to a code. */
export const indexPath = intent({
  id: 'index-path',
  examples: ['Where is K22.0 in the index?', 'index entries for I25.10', 'main term for E11.42'],
  read({ codes, plain }) {
    const [code] = codes;
    return code !== undefined && / (?:index|indexed|main term|main terms|alphabetic) /.test(plain)
      ? { slots: code.code, sure: 0.82 }
      : null;
  },
  answer(code, question, jobs) {
    const page = pageOf(jobs, code, question);
    if (!page.found) return missed(page, jobs);
    if (page.index.length === 0)
      return {
        verdict: { kind: 'no' },
        says: [
          `No line of the Index leads to exactly ${page.code} ${page.title}; look at the heading above it.`,
        ],
        codes: [page.code],
        citations: rowOf(page),
      };
    const paths = page.index.map(
      ({ path, role }) => `${path.join(' › ')}${role === 'code' ? '' : ` [${role}]`}`,
    );
    return {
      verdict: { kind: 'value', value: paths[0] ?? '' },
      says: [
        `${page.index.length === 1 ? 'One line leads' : `${page.index.length} lines lead`} to ${page.code} ${page.title}: ${listed(paths, 15)}.`,
      ],
      codes: [page.code],
      citations: page.index
        .slice(0, 15)
        .map(({ citation, path }) => ({ ...citation, quote: path.join(' › ') })),
    };
  },
});
