import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { IMPORT_RULES, ROOMS } from './helpers/importRules'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const CACHE = join(ROOT, '.cache')
const ENTRIES = ['main', 'App', 'router']

/** Every violation in the src of a folder, as «rule: from → to». */
async function violations(baseDir: string): Promise<string[]> {
  const options: ICruiseOptions = {
    baseDir,
    // Type-only imports count as imports, and are told apart.
    tsPreCompilationDeps: 'specify',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'module', 'browser', 'default'] },
    validate: true,
    ruleSet: { forbidden: IMPORT_RULES },
  }
  const { output } = await cruise(['src'], options)
  const { summary } = output as ICruiseResult
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
}

describe('the rooms of src', () => {
  test('are all known to the rules', () => {
    const entries = readdirSync(join(ROOT, 'src'), { withFileTypes: true })
    const found = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
    expect(found.filter((name) => !Object.hasOwn(ROOMS, name))).toEqual([])
    const loose = entries.filter((entry) => entry.isFile()).map(({ name }) => name.replace(/\.\w+$/, ''))
    expect(loose.filter((name) => !ENTRIES.includes(name) && !/^(tsconfig|env|vite-env|shims)/.test(name))).toEqual([])
  })

  test('import in one direction, without a circle', async () => {
    expect(await violations(ROOT)).toEqual([])
  }, 60_000)
})

/** Small houses with one fault each: path → text. The text `ok` files are there to be imported. */
const FAULTS: readonly [rule: string, files: Readonly<Record<string, string>>][] = [
  ['no-cycle', { 'stats/a.ts': "import './b'", 'stats/b.ts': "import './a'" }],
  ['resolvable', { 'stats/a.ts': "import './nowhere'" }],
  ['direction-of-model', { 'model/a.ts': "import '../time/b'", 'time/b.ts': '' }],
  ['direction-of-time', { 'time/a.ts': "import '../ledger/b'", 'ledger/b.ts': '' }],
  ['direction-of-stats', { 'stats/a.ts': "import type { B } from '../model/b'", 'model/b.ts': 'export type B = 1' }],
  ['direction-of-ledger', { 'ledger/a.ts': "import '../ingest/b'", 'ingest/b.ts': '' }],
  ['direction-of-ingest', { 'ingest/a.ts': "import '../measures/b'", 'measures/b.ts': '' }],
  [
    'direction-of-measures',
    { 'measures/a.ts': "import type { B } from '../ingest/b'", 'ingest/b.ts': 'export type B = 1' },
  ],
  ['direction-of-charts', { 'charts/a.ts': "import '../report/b'", 'report/b.ts': '' }],
  ['direction-of-report', { 'report/a.ts': "import '../charts/b'", 'charts/b.ts': '' }],
  ['types-for-charts', { 'charts/a.ts': "import { b } from '../measures/b'", 'measures/b.ts': 'export const b = 1' }],
  ['types-for-report', { 'report/a.ts': "import { b } from '../measures/b'", 'measures/b.ts': 'export const b = 1' }],
  ['direction-of-export', { 'export/a.ts': "import '../workspace/b'", 'workspace/b.ts': '' }],
  ['direction-of-workspace', { 'workspace/a.ts': "import '../workers/b'", 'workers/b.ts': '' }],
  ['direction-of-storage', { 'storage/a.ts': "import '../export/b'", 'export/b.ts': '' }],
  ['direction-of-workers', { 'workers/a.ts': "import '../stores/b'", 'stores/b.ts': '' }],
  ['direction-of-stores', { 'stores/a.ts': "import '../composables/b'", 'composables/b.ts': '' }],
  ['direction-of-stores', { 'stores/a.ts': "import '../router'", 'router.ts': '' }],
  ['direction-of-composables', { 'composables/a.ts': "import '../components/b'", 'components/b.ts': '' }],
  [
    'direction-of-components',
    { 'components/A.vue': '<script setup lang="ts">import \'../stores/b\'</script>', 'stores/b.ts': '' },
  ],
  ['direction-of-components', { 'components/a.ts': "import '../views/b'", 'views/b.ts': '' }],
  [
    'direction-of-views',
    { 'views/A.vue': '<script setup lang="ts">import \'../workers/b\'</script>', 'workers/b.ts': '' },
  ],
  ['direction-of-views', { 'views/a.ts': "import '../main'", 'main.ts': '' }],
  ['pure-without-page', { 'workspace/a.ts': "import { ref } from 'vue'\nref(1)" }],
  ['pure-without-page', { 'report/a.ts': "import type { Composer } from 'vue-i18n'\nexport type C = Composer" }],
  ['charts-without-echarts', { 'charts/a.ts': "import { init } from 'echarts'\nexport { init }" }],
  ['dayjs-in-time-only', { 'ingest/a.ts': "import dayjs from 'dayjs'\ndayjs()" }],
  [
    'components-without-router',
    { 'components/A.vue': '<script setup lang="ts">import { useRoute } from \'vue-router\'\nuseRoute()</script>' },
  ],
  ['no-node', { 'export/a.ts': "import 'node:fs'" }],
]

describe('a planted fault is found', () => {
  let parent: string

  beforeAll(() => {
    mkdirSync(CACHE, { recursive: true })
    parent = mkdtempSync(join(CACHE, 'architecture-'))
  })
  afterAll(() => rmSync(parent, { recursive: true, force: true }))

  function build(files: Readonly<Record<string, string>>): string {
    const folder = mkdtempSync(join(parent, 'house-'))
    for (const [path, text] of Object.entries(files)) {
      const file = join(folder, 'src', path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    }
    return folder
  }

  test.each(FAULTS)('%s', async (rule, files) => {
    const [from] = Object.keys(files)
    const found = await violations(build(files))
    expect(found.filter((line) => line.startsWith(`${rule}: src/${from} `))).toHaveLength(1)
    expect(found.filter((line) => !line.startsWith(`${rule}: `))).toEqual([])
  })

  test('and each rule has one', () => {
    const planted = new Set(FAULTS.map(([rule]) => rule))
    const empty = ['direction-of-locales', 'direction-of-styles', 'no-tests-in-src']
    const rules = IMPORT_RULES.map(({ name }) => name ?? '')
    expect(rules.filter((name) => !planted.has(name) && !empty.includes(name))).toEqual([])
  })

  test('and a sound house has none', async () => {
    const files = {
      'model/b.ts': 'export interface B { n: number }',
      'charts/a.ts':
        "import type { B } from '../model/b'\nimport type { EChartsOption } from 'echarts'\nexport type A = B & EChartsOption",
      'time/c.ts': "import dayjs from 'dayjs'\nexport const c = dayjs",
      'views/D.vue':
        "<script setup lang=\"ts\">import { ref } from 'vue'\nimport '../stores/e'\nref(1)</script>\n<template><p /></template>",
      'stores/e.ts': "import { defineStore } from 'pinia'\nexport const e = defineStore",
    }
    expect(await violations(build(files))).toEqual([])
  })
})
