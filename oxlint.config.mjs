import { everywhere, inTests, serverOnly } from './lint/habits.mjs';

/* Habits of the house that a machine can keep. What a list here does not say is left to the reader of the change. */

/** Rules without options, as mistakes. */
const mistakes = (prefix, names) => Object.fromEntries(names.map((name) => [`${prefix}${name}`, 'error']));
const off = (prefix, names) => Object.fromEntries(names.map((name) => [`${prefix}${name}`, 'off']));

/** What is wrong in any JavaScript. */
const language = mistakes('', [
  ...['constructor-super', 'for-direction', 'getter-return', 'no-array-constructor', 'no-async-promise-executor'],
  ...['no-case-declarations', 'no-class-assign', 'no-compare-neg-zero', 'no-cond-assign', 'no-const-assign'],
  ...['no-constant-binary-expression', 'no-constant-condition', 'no-control-regex', 'no-debugger', 'no-delete-var'],
  ...['no-dupe-class-members', 'no-dupe-else-if', 'no-dupe-keys', 'no-duplicate-case', 'no-empty'],
  ...['no-empty-character-class', 'no-empty-pattern', 'no-empty-static-block', 'no-eval', 'no-ex-assign'],
  ...['no-extra-boolean-cast', 'no-fallthrough', 'no-func-assign', 'no-global-assign', 'no-import-assign'],
  ...['no-invalid-regexp', 'no-irregular-whitespace', 'no-loss-of-precision', 'no-misleading-character-class'],
  ...['no-new-func', 'no-new-native-nonconstructor', 'no-nonoctal-decimal-escape', 'no-obj-calls'],
  ...['no-prototype-builtins', 'no-regex-spaces', 'no-self-assign', 'no-setter-return', 'no-shadow-restricted-names'],
  ...['no-sparse-arrays', 'no-this-before-super', 'no-unassigned-vars', 'no-unexpected-multiline', 'no-unreachable'],
  ...['no-unsafe-finally', 'no-unsafe-negation', 'no-unsafe-optional-chaining', 'no-unused-labels'],
  ...['no-unused-private-class-members', 'no-useless-assignment', 'no-useless-backreference', 'no-useless-catch'],
  ...['no-useless-escape', 'no-with', 'preserve-caught-error', 'require-yield', 'use-isnan', 'valid-typeof'],
]);

/** What types show to be wrong: the strictest set of typescript-eslint, and a few more. */
const types = {
  ...mistakes('typescript/', [
    ...['array-type', 'await-thenable', 'explicit-module-boundary-types', 'no-array-delete', 'no-base-to-string'],
    ...['no-deprecated', 'no-duplicate-enum-values', 'no-duplicate-type-constituents', 'no-dynamic-delete'],
    ...['no-empty-object-type', 'no-explicit-any', 'no-extra-non-null-assertion', 'no-floating-promises'],
    ...['no-for-in-array', 'no-generated-empty-object-type', 'no-implied-eval', 'no-invalid-void-type'],
    ...['no-meaningless-void-operator', 'no-misused-new', 'no-misused-promises', 'no-misused-spread', 'no-mixed-enums'],
    ...['no-namespace', 'no-non-null-asserted-nullish-coalescing', 'no-non-null-asserted-optional-chain'],
    ...['no-non-null-assertion', 'no-redundant-type-constituents', 'no-require-imports', 'no-this-alias'],
    ...['no-unnecessary-boolean-literal-compare', 'no-unnecessary-condition', 'no-unnecessary-template-expression'],
    ...['no-unnecessary-type-arguments', 'no-unnecessary-type-assertion', 'no-unnecessary-type-constraint'],
    ...['no-unnecessary-type-conversion', 'no-unnecessary-type-parameters', 'no-unsafe-argument'],
    ...['no-unsafe-assignment', 'no-unsafe-call', 'no-unsafe-declaration-merging', 'no-unsafe-enum-comparison'],
    ...['no-unsafe-function-type', 'no-unsafe-member-access', 'no-unsafe-return', 'no-unsafe-unary-minus'],
    ...['no-useless-default-assignment', 'no-wrapper-object-types', 'only-throw-error', 'prefer-as-const'],
    ...['prefer-literal-enum-member', 'prefer-namespace-keyword', 'prefer-optional-chain'],
    ...['prefer-promise-reject-errors', 'prefer-reduce-type-parameter', 'prefer-return-this-type'],
    ...['related-getter-setter-pairs', 'require-await', 'triple-slash-reference', 'unbound-method'],
    ...['unified-signatures', 'use-unknown-in-catch-callback-variable'],
  ]),
  'typescript/ban-ts-comment': ['error', { minimumDescriptionLength: 10 }],
  'typescript/consistent-type-assertions': ['error', { assertionStyle: 'as' }],
  'typescript/no-confusing-void-expression': [
    'error',
    { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
  ],
  // A class that only carries a decorator is how Nest names a module.
  'typescript/no-extraneous-class': ['error', { allowWithDecorator: true }],
  'typescript/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
  'typescript/restrict-plus-operands': [
    'error',
    { allowAny: false, allowBoolean: false, allowNullish: false, allowNumberAndString: false, allowRegExp: false },
  ],
  'typescript/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
  'typescript/return-await': ['error', 'error-handling-correctness-only'],
  'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  // Not consistent-type-imports: the injector reads classes from the metadata of value imports.
};

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

const readOnly = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']));
const unused = ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }];

export default {
  plugins: ['typescript', 'react'],
  jsPlugins: ['./lint/habits.mjs'],
  // Every rule is named here: none comes by itself with a new release.
  categories: { correctness: 'off' },
  options: { typeAware: true, typeCheck: true },
  ignorePatterns: [
    '**/dist/',
    '**/coverage/',
    '**/node_modules/',
    '.oasis/',
    'web/src/shared/api/schema.d.ts',
    'test/browser/screenshots/',
  ],
  rules: { ...language, 'no-unused-vars': unused },
  overrides: [
    {
      files: ['**/*.{js,mjs,cjs}'],
      globals: readOnly([
        ...['AbortController', 'Buffer', 'URL', 'clearTimeout', 'console', 'fetch', 'module', 'performance', 'process'],
        ...['require', 'setTimeout', 'setInterval', 'clearInterval', 'structuredClone', '__dirname', 'exports'],
      ]),
      rules: { eqeqeq: 'error', 'no-redeclare': ['error', { builtinGlobals: false }], 'no-undef': 'error', ...inTests },
    },
    {
      files: ['web/public/*.js'],
      globals: readOnly(['document', 'localStorage', 'matchMedia', 'navigator']),
    },
    {
      files: ['**/*.{ts,tsx}'],
      rules: {
        ...types,
        eqeqeq: ['error', 'always', { null: 'ignore' }],
        ...mistakes('', ['no-console', 'no-unused-expressions', 'no-var', 'object-shorthand', 'prefer-const']),
        ...mistakes('', ['prefer-rest-params', 'prefer-spread', 'prefer-template']),
      },
    },
    {
      files: ['src/**/*.ts', 'migrations/**/*.ts'],
      rules: {
        'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
        'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
        'max-params': ['error', { max: 8 }],
        complexity: ['error', { max: 18 }],
        ...everywhere,
        ...serverOnly,
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
      // The filter reads what the framework throws.
      files: ['src/platform/http/*.ts'],
      rules: { 'no-restricted-imports': ['error', { paths: otherClocks }] },
    },
    { files: ['src/platform/config/*.ts'], rules: off('habits/', ['no-environment']) },
    { files: ['src/kernel/clock.ts'], rules: off('habits/', ['no-wall-clock']) },
    {
      files: ['test/**/*.ts', '**/*.spec.{ts,tsx}', '**/*.test.{ts,tsx}'],
      rules: {
        ...off('', ['no-console', 'max-lines', 'max-lines-per-function']),
        ...off('habits/', ['no-default-export', 'no-environment', 'no-wall-clock']),
        ...everywhere,
        ...inTests,
        // Answers of the server are looked at member by member; a wrong member fails the test, not the type check.
        ...off('typescript/', [
          ...['no-unsafe-assignment', 'no-unsafe-argument', 'no-unsafe-call', 'no-unsafe-member-access'],
          ...['no-unsafe-return', 'no-non-null-assertion', 'no-unnecessary-condition'],
          ...['explicit-module-boundary-types', 'require-await', 'unbound-method', 'no-misused-spread'],
          'only-throw-error',
        ]),
      },
    },
    {
      files: ['web/src/**/*.{ts,tsx}'],
      rules: {
        // Hooks, and what React's compiler wants to be true of components.
        ...mistakes('react/', [
          ...['error-boundaries', 'exhaustive-deps', 'globals', 'immutability', 'incompatible-library'],
          ...['preserve-manual-memoization', 'purity', 'refs', 'rules-of-hooks', 'set-state-in-effect'],
          ...['set-state-in-render', 'static-components', 'unsupported-syntax', 'use-memo'],
        ]),
        'max-lines': ['error', { max: 350 }],
        // A handler may be asynchronous: React ignores what it returns, and mutations report their own failure.
        'typescript/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
        'typescript/explicit-module-boundary-types': 'off',
      },
    },
    { files: ['web/**/*.{test,spec}.{ts,tsx}', 'web/*.{ts,mts}'], rules: inTests },
  ],
};
