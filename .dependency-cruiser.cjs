// The floors of the house as a failing test: arrows only point downwards (docs/architecture.md).
const only = (from, allowed, comment) => ({
  name: `${from}-arrows`,
  comment,
  severity: 'error',
  from: { path: `^libs/${from}/` },
  to: { path: '^(libs|apps)/', pathNot: `^libs/(${[from, ...allowed].join('|')})/` },
});
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'libs-never-import-apps', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    only('law', [], 'law is pure'),
    only('messages', [], 'words for people, nothing else'),
    only('platform', ['law', 'messages'], 'plumbing'),
    only('procedures', ['law'], 'what happens next'),
    only('register', ['law', 'platform'], 'who is licensed'),
    only('documents', ['law', 'platform'], 'what is handed in and served'),
    only('people', ['law', 'platform'], 'who acts'),
    only('cases', ['law', 'platform', 'procedures', 'register', 'documents', 'people'], 'makes it durable'),
    only('inspections', ['law', 'platform', 'procedures', 'register', 'documents', 'people', 'cases'], 'what was seen'),
    only(
      'publicity',
      ['law', 'messages', 'platform', 'procedures', 'register', 'documents', 'people', 'cases'],
      'what all may see',
    ),
    only(
      'jobs',
      ['law', 'platform', 'procedures', 'register', 'documents', 'people', 'cases', 'inspections', 'publicity'],
      'tells the world',
    ),
    only('client', [], 'the typed client is generated and stands alone'),
    {
      name: 'web-speaks-http',
      comment: 'the web application knows the typed client, the words, and pure functions of law; types of anything',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: {
        path: '^(libs|apps)/',
        pathNot: ['^apps/web/', '^libs/(client|messages|law)/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'nobody-imports-the-web-application',
      severity: 'error',
      from: { pathNot: ['^apps/web/', '^test/'] },
      to: { path: '^apps/web/' },
    },
    {
      name: 'law-knows-no-framework',
      severity: 'error',
      from: { path: '^libs/law/src/', pathNot: ['^libs/law/src/packs/', '\\.spec\\.ts$'] },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'] },
    },
    {
      name: 'law-packs-know-yaml-and-a-schema-validator',
      severity: 'error',
      from: { path: '^libs/law/src/packs/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm', 'npm-dev'], pathNot: 'node_modules/(yaml|ajv)/' },
    },
    {
      name: 'procedures-know-only-law-and-xstate',
      severity: 'error',
      from: { path: '^libs/procedures/src/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm', 'npm-dev'], pathNot: 'node_modules/xstate/' },
    },
    {
      name: 'only-jobs-know-the-queue',
      severity: 'error',
      from: { pathNot: '^(libs/jobs/|test/setup/redis)' },
      to: { path: 'node_modules/(bullmq|ioredis)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
