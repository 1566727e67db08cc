/**
 * Who may import whom: web → domain ← db ← realtime → domain, no circles, and three tiers in the pages
 * (ui knows no feature, features do not know each other, routes compose). Everything not said here may be imported.
 */
const TEST = '\\.test\\.ts$|/testing([^/]*\\.ts$|/)|fixtures\\.ts$|/e2e/|/bench/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'found',
      comment: 'Every import leads somewhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(\\$app/|\\$env/|\\./\\$types|virtual:|\\.\\./build/handler)' },
    },
    {
      name: 'domain-is-pure',
      comment: 'The rules import nothing of ours and three libraries; no clock, no io.',
      severity: 'error',
      from: { path: '^packages/domain/src', pathNot: TEST },
      to: { pathNot: '^packages/domain/src|node_modules/(zod|canonicalize|@noble/hashes)/' },
    },
    {
      name: 'domain-tests-stay-home',
      severity: 'error',
      from: { path: '^packages/domain/src' },
      to: { path: '^(apps|packages/db)/' },
    },
    {
      name: 'db-knows-only-domain',
      severity: 'error',
      from: { path: '^packages/db' },
      to: { path: '^apps/' },
    },
    {
      name: 'migrations-are-frozen',
      comment: 'A migration imports nothing of ours: what it meant when it ran must not change.',
      severity: 'error',
      from: { path: '^packages/db/migrations' },
      to: { path: '^(apps|packages)/' },
    },
    {
      name: 'web-meets-the-server-only-in-domain',
      severity: 'error',
      from: { path: '^apps/web/src' },
      to: { path: '^(apps/realtime|packages/db)/' },
    },
    {
      name: 'server-knows-no-page',
      severity: 'error',
      from: { path: '^apps/realtime/src', pathNot: TEST },
      to: { path: '^apps/web/' },
    },
    {
      name: 'tests-stay-in-tests',
      severity: 'error',
      from: { pathNot: `${TEST}|^scripts/|\\.config\\.ts$` },
      to: { path: TEST },
    },
    {
      name: 'room-knows-no-transport',
      comment: 'The room has a small socket interface of its own, so that tests can stop and step it.',
      severity: 'error',
      from: { path: '^apps/realtime/src/room/', pathNot: TEST },
      to: { path: 'node_modules/(socket\\.io|ws|fastify)/' },
    },
    {
      name: 'ui-knows-no-feature',
      comment: 'It speaks the reader’s language, and knows no meeting.',
      severity: 'error',
      from: { path: '^apps/web/src/lib/ui/' },
      to: { path: '^apps/web/src/(lib/(?!ui/|words/)|routes/)' },
    },
    {
      name: 'features-do-not-know-each-other',
      comment: 'Each may use ui, live (the connection) and words; pages put features together.',
      severity: 'error',
      from: { path: '^apps/web/src/lib/(?!ui/|live/|words/)([^/]+)/' },
      to: { path: '^apps/web/src/lib/(?!ui/|live/|words/)[^/]+/', pathNot: '^apps/web/src/lib/$1/' },
    },
    {
      name: 'lib-knows-no-route',
      severity: 'error',
      from: { path: '^apps/web/src/lib/' },
      to: { path: '^apps/web/src/routes/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(build|\\.svelte-kit)/' },
    tsPreCompilationDeps: 'specify',
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.svelte', '.json'],
    },
  },
};
