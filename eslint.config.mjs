import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

/** The order of the house: what each kind of project may import. The messages say where code belongs instead. */
const boundaries = (inSpecs) => [
  { sourceTag: 'type:domain', onlyDependOnLibsWithTags: [], allowedExternalImports: ['temporal-polyfill', ...(inSpecs ? ['fast-check'] : [])] },
  { sourceTag: 'type:contract', onlyDependOnLibsWithTags: ['type:domain'], allowedExternalImports: ['zod', ...(inSpecs ? ['fast-check'] : [])] },
  { sourceTag: 'type:infra', onlyDependOnLibsWithTags: ['type:domain', 'type:contract', 'type:infra'] },
  {
    sourceTag: 'type:feature',
    onlyDependOnLibsWithTags: ['type:domain', 'type:contract', 'type:infra', 'type:feature', ...(inSpecs ? ['type:testing'] : [])],
  },
  {
    sourceTag: 'type:app',
    onlyDependOnLibsWithTags: ['type:domain', 'type:contract', 'type:infra', 'type:feature', ...(inSpecs ? ['type:testing'] : [])],
  },
  {
    sourceTag: 'type:testing',
    onlyDependOnLibsWithTags: ['type:domain', 'type:contract', 'type:infra', 'type:feature'],
  },
  { sourceTag: 'type:testing-app', onlyDependOnLibsWithTags: ['type:domain', 'type:contract', 'type:testing'] },
  { sourceTag: 'runtime:browser', onlyDependOnLibsWithTags: ['runtime:any', 'runtime:browser'] },
  { sourceTag: 'runtime:any', onlyDependOnLibsWithTags: ['runtime:any'] },
  // conferences → outreach is deliberate: confirming a time writes the conference and its messages in one transaction.
  { sourceTag: 'scope:conferences', onlyDependOnLibsWithTags: ['scope:conferences', 'scope:outreach', 'scope:access', 'type:domain', 'type:contract', 'type:infra', ...(inSpecs ? ['type:testing'] : [])] },
  { sourceTag: 'scope:plans', onlyDependOnLibsWithTags: ['scope:plans', 'scope:outreach', 'scope:access', 'type:domain', 'type:contract', 'type:infra', ...(inSpecs ? ['type:testing'] : [])] },
  { sourceTag: 'scope:outreach', onlyDependOnLibsWithTags: ['scope:outreach', 'scope:access', 'type:domain', 'type:contract', 'type:infra', ...(inSpecs ? ['type:testing'] : [])] },
  { sourceTag: 'scope:reporting', onlyDependOnLibsWithTags: ['scope:reporting', 'scope:outreach', 'scope:access', 'type:domain', 'type:contract', 'type:infra', ...(inSpecs ? ['type:testing'] : [])] },
  { sourceTag: 'scope:access', onlyDependOnLibsWithTags: ['scope:access', 'type:domain', 'type:contract', 'type:infra', ...(inSpecs ? ['type:testing'] : [])] },
];

const focused = {
  selector: "MemberExpression[object.object.name=/^(describe|it|test)$/][property.name='only'], MemberExpression[object.name=/^(describe|it|test)$/][property.name='only']",
  message: 'A focused test hides the others.',
};
const REAL_CLOCK = 'Tests live on a clock that they set: moveClockTo() and db.now(), phones.clock(), an instant that is written out, or performance.now() to wait by.';
/** A test that reads the real clock passes until the day on which it does not. */
const readsTheRealClock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: REAL_CLOCK },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: REAL_CLOCK },
  { selector: "MemberExpression[object.object.name='Temporal'][object.property.name='Now'], MemberExpression[object.name='Temporal'][property.name='Now']", message: REAL_CLOCK },
];
const CALENDAR_DATE = 'What runs by the real clock has no dates of its own: count them from the clock that it is shown.';
const knowsTheCalendar = [
  { selector: 'Literal[value=/\\b20(2[4-9]|[3-9]\\d)-[01]\\d-[0-3]\\d/]', message: CALENDAR_DATE },
  { selector: 'TemplateElement[value.raw=/\\b20(2[4-9]|[3-9]\\d)-[01]\\d-[0-3]\\d/]', message: CALENDAR_DATE },
];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/.nx/**', '**/.local/**', '**/node_modules/**', '**/test-output/**', '**/.angular/**'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.recommended],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { allow: [], checkDynamicDependenciesExceptions: ['.*'], depConstraints: boundaries(false) }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "ImportDeclaration[source.value='zod'][importKind!='type'] > ImportSpecifier",
          message: "Write `import * as z from 'zod'`: the named import brings every locale into the browser bundle.",
        },
        { selector: "CallExpression[callee.name='forwardRef']", message: 'A circle of providers: move the piece both need.' },
        focused,
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: 'Settings are parsed once, in libs/platform/src/env.ts: add it there.',
        },
      ],
    },
  },
  {
    files: ['libs/domain/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['node:*', 'fs', 'crypto', 'path'], message: 'The domain does no I/O: the caller fetches, the domain decides.' }] },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: '`now` is an argument in the domain.' },
        { object: 'Math', property: 'random', message: 'The domain is deterministic: take the value as an argument.' },
        { object: 'Temporal', property: 'Now', message: '`now` is an argument in the domain.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: '`now` is an argument in the domain.' },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', '**/*.spec.tsx', '**/*.int-spec.ts', '**/*.fixture.ts'],
    rules: { '@nx/enforce-module-boundaries': ['error', { allow: [], checkDynamicDependenciesExceptions: ['.*'], depConstraints: boundaries(true) }] },
  },
  {
    files: ['libs/platform/src/env.ts', '**/*.spec.ts', '**/*.int-spec.ts', '**/*.fixture.ts', 'apps/e2e/**/*.ts', 'libs/testing/**/*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.spec.ts', '**/*.spec.tsx', '**/*.int-spec.ts', '**/*.fixture.ts', '**/*-fixture.ts', 'libs/testing/src/*.ts'],
    rules: { 'no-restricted-syntax': ['error', focused, ...readsTheRealClock] },
  },
  {
    // The demo, the bench and the journeys run on the clock of whoever starts them.
    files: ['apps/e2e/**/*.ts', 'apps/local/src/demo/**/*.ts', 'apps/local/src/bench/**/*.ts', 'apps/local/bench/**/*.mjs', 'apps/local/family/**/*.mjs'],
    ignores: ['**/*.spec.ts', '**/*.int-spec.ts'],
    rules: { 'no-restricted-syntax': ['error', focused, ...knowsTheCalendar, ...readsTheRealClock] },
  },
);
