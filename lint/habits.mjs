/**
 * Rules of the linter that are this house's own: each names what is not to be written, as selectors of syntax, and says
 * what to do instead.
 */
const forbidden = {
  'no-forward-ref': {
    "CallExpression[callee.name='forwardRef']":
      'Two modules that need each other are one module, or a third is hiding between them.',
  },
  'no-synchronize': {
    "Property[key.name='synchronize'][value.value=true]": 'The schema is written by hand in migrations/.',
  },
  'no-request-scope': {
    "MemberExpression[object.name='Scope'][property.name=/^(REQUEST|TRANSIENT)$/]":
      'Pass the actor explicitly; request-scoped providers spread to everything that touches them.',
  },
  'no-unchecked-certificate': {
    "Property[key.name='rejectUnauthorized'][value.value=false]":
      'Whom we talk to is checked, always; a certificate of the own house goes to NODE_EXTRA_CA_CERTS.',
  },
  'no-default-export': {
    ExportDefaultDeclaration: 'Export it by its name.',
  },
  'no-environment': {
    "MemberExpression[object.name='process'][property.name='env']": 'Only src/platform/config reads the environment.',
  },
  'no-wall-clock': {
    "NewExpression[callee.name='Date'][arguments.length=0]": 'Ask the Clock, so that tests can move time.',
    "CallExpression[callee.object.name='Date'][callee.property.name='now']":
      'Ask the Clock, so that tests can move time; performance.now() measures how long something took.',
    "MemberExpression[object.object.name='Temporal'][object.property.name='Now']":
      'Ask the Clock, so that tests can move time.',
  },
  'no-focused-test': {
    "MemberExpression[property.name='only'][object.name=/^(describe|it|test)$/]": 'The other tests would not run.',
    'CallExpression[callee.name=/^(fdescribe|fit)$/]': 'The other tests would not run.',
  },
};

const mistakes = (...names) => Object.fromEntries(names.map((name) => [`habits/${name}`, 'error']));

/** For all of our own code. */
export const everywhere = mistakes('no-forward-ref', 'no-synchronize', 'no-request-scope', 'no-unchecked-certificate');

/** For the server: what only one place of it may do. */
export const serverOnly = mistakes('no-default-export', 'no-environment', 'no-wall-clock');

/** For tests. */
export const inTests = mistakes('no-focused-test');

const rule = (messages) => ({
  create: (context) =>
    Object.fromEntries(
      Object.entries(messages).map(([selector, message]) => [selector, (node) => context.report({ node, message })]),
    ),
});

/** The plugin; see oxlint.config.mjs. */
export default {
  meta: { name: 'habits' },
  rules: Object.fromEntries(Object.entries(forbidden).map(([name, messages]) => [name, rule(messages)])),
};
