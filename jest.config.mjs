// CommonJS mode: Jest on Node 20 cannot load the ESM-only Nest 12 natively, so swc turns the sources and those packages into CommonJS.
const swc = {
  swcrc: false,
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};
const esmPackages =
  '@nestjs/|nestjs-pino|cookie/|content-disposition/|file-type/|strtok3/|token-types/|uint8array-extras/|@tokenizer/|@borewit/|load-esm/|hyparquet';
const common = {
  rootDir: import.meta.dirname ?? process.cwd(),
  testEnvironment: 'node',
  transform: { '^.+\\.[tj]s$': ['@swc/jest', swc] },
  transformIgnorePatterns: [`/node_modules/(?!.*/node_modules/)(?!(${esmPackages}))`],
  moduleNameMapper: {
    '^#(domain|platform|divisions|accounts|households|teams|measures|eligibility|care|procedures|registration|exits|sync|inspection)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};
const database = {
  ...common,
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};
export default {
  maxWorkers: 2,
  testTimeout: 60_000,
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/seeds/**/*.spec.ts', '<rootDir>/test/unit/**/*.spec.ts'] },
    { ...database, displayName: 'db', testMatch: ['<rootDir>/test/db/**/*.spec.ts'] },
    { ...database, displayName: 'api', testMatch: ['<rootDir>/test/api/**/*.spec.ts'] },
    { ...database, displayName: 'e2e', testEnvironment: '<rootDir>/test/support/e2e-environment.mjs', testMatch: ['<rootDir>/test/e2e/**/*.spec.ts'] },
  ],
};
