import vue from 'eslint-plugin-vue'
import accessibility from 'eslint-plugin-vuejs-accessibility'
import tseslint from 'typescript-eslint'

/** Rooms without vue, store or page: what a file's direction allows is tested in tests/architecture.test.ts. */
const APP = ['src/**/*.{ts,vue}']

export default tseslint.config(
  { ignores: ['dist/', 'dist-single/', 'coverage/', '.cache/', 'node_modules/', 'tests/fixtures/', 'data/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.strict,
  vue.configs['flat/recommended'],
  // Prettier lays out templates and scripts; eslint only judges what they say.
  vue.configs['no-layout-rules'],
  accessibility.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.vue'] } },
  },
  {
    rules: {
      // Text of a ledger may look like HTML; nothing made from data is ever parsed as such.
      'vue/no-v-html': 'error',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-macros-order': 'error',
      // A part of one word would clash with an element of HTML to come; App is the root and no part.
      'vue/multi-word-component-names': ['error', { ignores: ['App'] }],
      // Optional props mean «not given»: undefined is read as such, and exactOptionalPropertyTypes keeps it honest.
      'vue/require-default-prop': 'off',
      // Popovers close on Escape and on focusout that bubble to their wrapper; a click without a key is still found by
      // click-events-have-key-events.
      'vuejs-accessibility/no-static-element-interactions': 'off',
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],

      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // noUncheckedIndexedAccess makes every element of a typed array «maybe missing»; inside a counted loop «!» says that it is
      // not, without a branch that no test could reach.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // A loop over the bits of a row assigns and counts in conditions of its own on purpose; TypeScript finds unused values.
      '@typescript-eslint/no-unused-expressions': ['error', { allowTernary: true, allowShortCircuit: false }],

      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-debugger': 'error',
      'no-alert': 'error',
      'no-script-url': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-control-regex': 'error',
      'no-restricted-properties': [
        'error',
        {
          object: 'Math',
          property: 'random',
          message: 'Draw from a seed that is printed (tests/generator/random.ts).',
        },
      ],
    },
  },
  {
    files: APP,
    rules: {
      'no-console': 'error',
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: "connect-src 'none': data ships inside modules." },
        { name: 'XMLHttpRequest', message: "connect-src 'none': data ships inside modules." },
        { name: 'WebSocket', message: 'Nothing leaves the computer.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
          message: 'Text of a ledger is never parsed as HTML: use textContent or a template.',
        },
      ],
    },
  },
  {
    // A test begins from a seed of its own, printed with a failure, so that each run meets new cases.
    files: ['tests/**/*.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
)
