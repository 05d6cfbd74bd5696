/** The floors of the house, lowest first; rooms of one floor do not know each other. */
const floors = [
  ['divisions'], ['accounts'], ['households'], ['teams'], ['measures'], ['eligibility'], ['care'], ['procedures'], ['registration', 'exits'], ['sync'], ['inspection'],
];

const oneOf = (names) => `(?:${names.join('|')})`;
const features = floors.flat();
const spec = '\\.spec\\.tsx?$';

const featureOrder = floors.flatMap((rooms, floor) => rooms.map((room) => ({
  name: 'feature-order',
  comment: `${room} may read what lies below it, never what lies beside or above it`,
  severity: 'error',
  from: { path: `^libs/${room}/` },
  to: { path: `^libs/${oneOf([...rooms.filter((other) => other !== room), ...floors.slice(floor + 1).flat()])}/` },
})));

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one file, or share a third',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-found',
      comment: 'An import that leads nowhere',
      severity: 'error',
      from: {},
      // Modules that the build makes while it runs have no file.
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'domain-pure',
      comment: 'The domain runs in the API, the worker and the phone: no npm package, no Node core, nothing of ours',
      severity: 'error',
      from: { path: '^libs/domain/', pathNot: spec },
      to: { pathNot: '^libs/domain/' },
    },
    {
      name: 'platform-below-features',
      comment: 'The platform knows the domain and nothing above itself',
      severity: 'error',
      from: { path: '^libs/platform/' },
      to: { path: '^(?:libs/(?!platform/|domain/)|apps/|migrations/|seeds/)' },
    },
    {
      name: 'libraries-below-apps',
      comment: 'Apps compose libraries; a library never knows who composes it, nor the migrations, seeds or tests',
      severity: 'error',
      from: { path: '^libs/', pathNot: spec },
      to: { path: '^(?:apps|migrations|seeds|test)/' },
    },
    {
      name: 'feature-public-api',
      comment: 'Another library is reached only through its index.ts',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/(?!$1/)[^/]+/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
    },
    {
      name: 'library-public-api',
      comment: 'Apps and seeds, too, reach a library only through its index.ts',
      severity: 'error',
      from: { path: '^(?:apps|seeds)/' },
      to: { path: '^libs/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
    },
    ...featureOrder,
    {
      name: 'entities-private',
      comment: 'An entity belongs to its slice alone',
      severity: 'error',
      from: { path: `^libs/(${features.join('|')})/`, pathNot: spec },
      to: { path: '^libs/(?!platform/).*\\.entity\\.ts$', pathNot: '^libs/$1/' },
    },
    {
      name: 'queries-no-service',
      comment: 'A query is SQL and a row type; it decides nothing',
      severity: 'error',
      from: { path: '\\.queries\\.ts$' },
      to: { path: '\\.(?:service|controller|module)\\.ts$' },
    },
    {
      name: 'web-sees-domain-only',
      comment: 'The web pages share the domain with the server, and the generated API types; nothing else',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(?:libs/(?!domain/)|apps/(?!web/)|migrations/|seeds/)' },
    },
    {
      name: 'apps-apart',
      comment: 'API, worker and command line share the list of slices and nothing else',
      severity: 'error',
      from: { path: '^apps/(api|worker|cli|launcher)/' },
      to: { path: '^apps/(?!$1/)', pathNot: '^apps/api/src/(?:app\\.module|features)\\.ts$' },
    },
    {
      name: 'migrations-frozen',
      comment: 'A migration that has run somewhere must not change with the code of today',
      severity: 'error',
      from: { path: '^migrations/[0-9]' },
      to: { path: '^(?:libs|apps|seeds|test)/' },
    },
    {
      name: 'no-development-packages',
      comment: 'What runs in production must not need a package that is installed for development only',
      severity: 'error',
      from: { path: '^(?:libs|apps/(?:api|worker|cli)|migrations|seeds)/', pathNot: spec },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:dist|data|artifacts)/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'require', 'node', 'default'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'] },
    skipAnalysisNotInRules: true,
  },
};
