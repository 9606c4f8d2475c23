/** The house's one-way flow (docs/ARCHITECTURE.md): sources → book → note/search/coding → facade → faces. */
const room = (name) => `^packages/core/src/${name}/`;
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid('no-circular', 'a cycle hides which way data flows', {}, { circular: true }),
    forbid(
      'core-stands-alone',
      'core imports nothing of ours',
      { path: '^packages/core/' },
      { path: '^packages/(cli|server|web)/' },
    ),
    forbid(
      'server-not-up',
      'the server knows no face',
      { path: '^packages/server/' },
      { path: '^packages/(cli|web)/' },
    ),
    forbid(
      'web-only-types',
      "web sees the server's types only",
      { path: '^packages/web/' },
      { path: '^packages/(cli|core)/' },
    ),
    forbid(
      'sources-first',
      'sources read files into rows and know nothing to their right',
      { path: room('sources') },
      { path: `${room('(search|note|coding|answers|claim|edits|payment|show|eval)')}` },
    ),
    forbid(
      'book-is-neutral',
      'the book knows no publication and no engine',
      { path: room('book') },
      { path: `${room('(sources|search|note|coding|answers|claim|edits|payment|show|eval)')}` },
    ),
    forbid(
      'note-knows-no-codes',
      'note/ is language only',
      { path: room('note') },
      { path: `${room('(sources|book|search|coding|show|eval)')}` },
    ),
    forbid(
      'search-reads-book',
      'search reads the book only',
      { path: room('search') },
      { path: `${room('(sources|note|coding|show|eval)')}` },
    ),
    forbid(
      'coding-not-sources',
      'coding reads book, note and edits only',
      { path: room('coding') },
      { path: `${room('(sources|search|show|eval)')}` },
    ),
    forbid(
      'edits-read-book',
      'edits hold a list of codes to the book; they know no engine that made it',
      { path: room('(edits|findings)') },
      { path: `${room('(sources|search|note|coding|answers|claim|payment|show|eval)')}` },
    ),
    forbid(
      'show-reads-book',
      'the code page reads the book only',
      { path: room('show') },
      { path: `${room('(sources|note|coding|eval)')}` },
    ),
    forbid(
      'answers-ask-jobs',
      'answers are handed their jobs by the facade and import no engine',
      { path: room('answers') },
      { path: `${room('(sources|search|note|coding|claim|edits|payment|eval|facade)')}` },
    ),
    forbid(
      'no-http-in-core',
      'core has no HTTP and no environment',
      { path: '^packages/core/src' },
      { path: '^(node:)?https?$' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(dist/|\\.test\\.ts$|/test/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'types', 'default'],
      exportsFields: ['exports'],
    },
  },
};
