import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/* Habits of the house that a machine can keep. What a list here does not say is left to the reader of the change. */

const noForwardRef = {
  selector: "CallExpression[callee.name='forwardRef']",
  message: 'Two modules that need each other are one module, or a third is hiding between them.',
};
const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export it by its name.',
};
const noWallClock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Ask the Clock, so that tests can move time.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Ask the Clock, so that tests can move time; performance.now() measures how long something took.',
  },
  {
    selector: "MemberExpression[object.object.name='Temporal'][object.property.name='Now']",
    message: 'Ask the Clock, so that tests can move time.',
  },
];
const noEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only src/platform/config reads the environment.',
};
const noFocusedTest = {
  selector:
    "MemberExpression[property.name='only'][object.name=/^(describe|it|test)$/], CallExpression[callee.name=/^(fdescribe|fit)$/]",
  message: 'The other tests would not run.',
};
const noSynchronize = {
  selector: "Property[key.name='synchronize'][value.value=true]",
  message: 'The schema is written by hand in migrations/.',
};
const noRequestScope = {
  selector: "MemberExpression[object.name='Scope'][property.name=/^(REQUEST|TRANSIENT)$/]",
  message: 'Pass the actor explicitly; request-scoped providers spread to everything that touches them.',
};
const noUncheckedCertificate = {
  selector: "Property[key.name='rejectUnauthorized'][value.value=false]",
  message: 'Whom we talk to is checked, always; a certificate of the own house goes to NODE_EXTRA_CA_CERTS.',
};
const everywhere = [noForwardRef, noSynchronize, noRequestScope, noUncheckedCertificate];

/** Answers of HTTP: services throw the errors of src/kernel/errors.ts instead, and one filter writes the problem. */
const httpExceptions = [
  'HttpException',
  'BadRequestException',
  'UnauthorizedException',
  'NotFoundException',
  'ForbiddenException',
  'NotAcceptableException',
  'RequestTimeoutException',
  'ConflictException',
  'GoneException',
  'HttpVersionNotSupportedException',
  'PayloadTooLargeException',
  'UnsupportedMediaTypeException',
  'UnprocessableEntityException',
  'InternalServerErrorException',
  'NotImplementedException',
  'ImATeapotException',
  'MethodNotAllowedException',
  'BadGatewayException',
  'ServiceUnavailableException',
  'GatewayTimeoutException',
  'PreconditionFailedException',
  'MisdirectedException',
];

/** Libraries that resolve clock-change nights differently, or by the zone of the server. */
const otherClocks = ['luxon', 'moment', 'dayjs', 'date-fns', 'date-fns-tz', 'rrule'].map((name) => ({
  name,
  message: 'Time is kept by temporal-polyfill (and series by rrule-temporal).',
}));

export default defineConfig(
  globalIgnores([
    '**/dist/',
    '**/coverage/',
    '**/node_modules/',
    '.oasis/',
    'web/src/shared/api/schema.d.ts',
    'test/browser/screenshots/',
  ]),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },

  {
    name: 'scripts',
    files: ['**/*.{js,mjs,cjs}'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: Object.fromEntries(
        ['AbortController', 'Buffer', 'URL', 'clearTimeout', 'console', 'fetch', 'module', 'performance', 'process']
          .concat(['require', 'setTimeout', 'setInterval', 'clearInterval', 'structuredClone', '__dirname', 'exports'])
          .map((name) => [name, 'readonly']),
      ),
    },
    rules: {
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', noFocusedTest],
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },

  {
    name: 'scripts of the web',
    files: ['web/public/*.js'],
    languageOptions: {
      globals: { document: 'readonly', localStorage: 'readonly', matchMedia: 'readonly', navigator: 'readonly' },
    },
  },

  {
    name: 'typed',
    files: ['**/*.{ts,tsx}'],
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'object-shorthand': 'error',
      'prefer-template': 'error',
      '@typescript-eslint/array-type': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      '@typescript-eslint/prefer-optional-chain': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // A class that only carries a decorator is how Nest names a module.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Structural on purpose: whatever has the members will do.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Misjudges constructors that open a protected one of their base class.
      '@typescript-eslint/no-useless-constructor': 'off',
      // Not consistent-type-imports: the injector reads classes from the metadata of value imports.
    },
  },

  {
    name: 'server',
    files: ['src/**/*.ts', 'migrations/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', { max: 8 }],
      complexity: ['error', { max: 18 }],
      'no-restricted-syntax': ['error', ...everywhere, noDefaultExport, noEnvironment, ...noWallClock],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            ...otherClocks,
            {
              name: '@nestjs/common',
              importNames: httpExceptions,
              message: 'Throw one of src/kernel/errors.ts; the problem filter knows the status.',
            },
          ],
        },
      ],
    },
  },
  {
    name: 'the filter reads what the framework throws',
    files: ['src/platform/http/*.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: otherClocks }] },
  },
  {
    name: 'the environment is read here',
    files: ['src/platform/config/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, noDefaultExport, ...noWallClock] },
  },
  {
    name: 'the clock on the wall',
    files: ['src/kernel/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, noDefaultExport, noEnvironment] },
  },

  {
    name: 'tests',
    files: ['test/**/*.ts', '**/*.spec.{ts,tsx}', '**/*.test.{ts,tsx}'],
    rules: {
      'no-console': 'off',
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      'no-restricted-syntax': ['error', ...everywhere, noFocusedTest],
      // Answers of the server are looked at member by member; a wrong member fails the test, not the type check.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/only-throw-error': 'off',
    },
  },

  {
    name: 'web',
    files: ['web/src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      'max-lines': ['error', { max: 350 }],
      // A handler may be asynchronous: React ignores what it returns, and mutations report their own failure.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
  {
    name: 'web tests and settings',
    files: ['web/**/*.{test,spec}.{ts,tsx}', 'web/*.{ts,mts}'],
    rules: { 'no-restricted-syntax': ['error', noFocusedTest] },
  },
);
