import tseslint from 'typescript-eslint';

const httpExceptions = [
  'HttpException', 'BadRequestException', 'UnauthorizedException', 'ForbiddenException', 'NotFoundException', 'ConflictException',
  'GoneException', 'PreconditionFailedException', 'PayloadTooLargeException', 'UnprocessableEntityException', 'InternalServerErrorException',
  'ServiceUnavailableException', 'NotAcceptableException', 'RequestTimeoutException', 'MethodNotAllowedException', 'NotImplementedException',
];

/** Bypassing the request's transaction reads no rows at all under row-level security, or the wrong ones without it. */
const dataSourceBan = [
  { name: '@nestjs/typeorm', importNames: ['InjectRepository', 'InjectDataSource', 'InjectEntityManager', 'getRepositoryToken', 'getDataSourceToken'], message: 'A repository or data source of its own leaves the request transaction; use Db from #platform.' },
  { name: 'typeorm', importNames: ['DataSource', 'Repository', 'getRepository', 'getManager', 'createConnection'], message: 'A repository or data source of its own leaves the request transaction; use Db from #platform.' },
];
const httpBan = [{ name: '@nestjs/common', importNames: httpExceptions, message: "Refusals come from the problem catalogue: throw problem('…')." }];

const environmentBan = [{ object: 'process', property: 'env', message: 'The environment is parsed once in libs/platform/src/config; inject Env.' }];
const clockBan = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Business time is currentContext().now.' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Business time is currentContext().now; durations use performance.now().' },
  { selector: "CallExpression[callee.name='Date']", message: 'Business time is currentContext().now.' },
];

/** The first ten characters of an instant are a day in Greenwich: until eight in the morning, yesterday. */
const dayBan = [
  { selector: "CallExpression[callee.property.name='slice'][callee.object.callee.property.name='toISOString'][arguments.0.value=0]", message: 'A day is the day in Asia/Shanghai: shanghaiDate, shanghaiMinute, addDays from #domain.' },
  { selector: "CallExpression[callee.property.name=/^get(UTC)?FullYear$/]", message: 'A year is the year in Asia/Shanghai: yearOf(shanghaiDate(…)) from #domain.' },
];

/** Files that need what the others must not touch, each for one reason. */
const exceptions = {
  clock: ['libs/domain/src/values/uuid-v7.ts', 'libs/platform/src/clock/**', 'libs/platform/src/logging/**'],
  /** The rule itself, and the tests that hold it against the calendar of the machine. */
  days: ['libs/domain/src/time/calendar-date.ts', 'libs/domain/src/**/*.spec.ts'],
  environment: ['libs/platform/src/config/**', 'apps/*/src/main.ts', 'apps/cli/src/**', 'seeds/**'],
  http: ['libs/platform/src/http/**'],
  /** Before a session is found there is no actor, so no transaction of the request either. */
  signIn: ['libs/accounts/src/login.service.ts', 'libs/accounts/src/session.strategy.ts'],
};

export default tseslint.config(
  { ignores: ['**/node_modules/', 'dist/', 'data/', 'artifacts/', 'coverage/', 'apps/web/src/api/generated/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'error',
      '@typescript-eslint/no-unsafe-call': 'error',
      '@typescript-eslint/no-unsafe-member-access': 'error',
      '@typescript-eslint/no-unsafe-return': 'error',
      '@typescript-eslint/no-unsafe-argument': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-base-to-string': 'error',
      '@typescript-eslint/restrict-plus-operands': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      'max-lines': ['error', { max: 350 }],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-restricted-syntax': ['error', ...dayBan],
    },
  },
  {
    name: 'bangfu/server',
    files: ['libs/**/*.ts', 'apps/{api,worker,cli}/**/*.ts', 'migrations/**/*.ts', 'seeds/**/*.ts'],
    rules: { 'no-restricted-properties': ['error', ...environmentBan], 'no-restricted-imports': ['error', { paths: httpBan }] },
  },
  {
    name: 'bangfu/libraries',
    files: ['libs/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...clockBan, ...dayBan], 'no-restricted-imports': ['error', { paths: [...httpBan, ...dataSourceBan] }] },
  },
  { name: 'bangfu/platform', files: ['libs/platform/**/*.ts'], rules: { 'no-restricted-imports': ['error', { paths: httpBan }] } },
  { name: 'bangfu/sign-in', files: exceptions.signIn, rules: { 'no-restricted-imports': ['error', { paths: httpBan }] } },
  { name: 'bangfu/http-edge', files: exceptions.http, rules: { 'no-restricted-imports': 'off' } },
  { name: 'bangfu/environment', files: exceptions.environment, rules: { 'no-restricted-properties': 'off' } },
  { name: 'bangfu/clock', files: exceptions.clock, rules: { 'no-restricted-syntax': ['error', ...dayBan] } },
  { name: 'bangfu/command-line', files: ['apps/cli/**/*.ts', 'apps/*/src/main.ts'], rules: { 'no-console': 'off' } },
  {
    name: 'bangfu/tests',
    files: ['**/*.spec.ts', '**/*.spec.tsx', 'test/**/*.ts'],
    rules: {
      'no-restricted-properties': 'off', 'no-restricted-syntax': ['error', ...dayBan], 'no-restricted-imports': 'off', 'no-console': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-base-to-string': 'off',
    },
  },
  { name: 'bangfu/days', files: exceptions.days, rules: { 'no-restricted-syntax': 'off' } },
  {
    name: 'bangfu/tools',
    files: ['**/*.mjs', '**/*.cjs'],
    rules: { 'max-lines': ['error', { max: 350 }], eqeqeq: ['error', 'always'], 'no-var': 'error', 'prefer-const': 'error', 'no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }] },
  },
);
