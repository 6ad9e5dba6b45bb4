import type { IRegularForbiddenRuleType } from 'dependency-cruiser'

/** What a room may import of the others. Its own files are always allowed. */
interface Room {
  readonly may: readonly string[]
  /** Of these only types: nothing of them runs here. */
  readonly types?: readonly string[]
  /** Runs without a page: no Vue, no store, no router, no words of the screen. */
  readonly pure: boolean
}

const LEAVES = ['model', 'time', 'stats']
const PURE_ABOVE = [...LEAVES, 'ledger', 'ingest', 'measures', 'charts', 'report', 'export', 'workspace', 'storage']

/** The house, top line first: a line may use the lines above it, never those below (CONTRIBUTING.md draws it). */
export const ROOMS: Readonly<Record<string, Room>> = {
  model: { may: [], pure: true },
  time: { may: ['model'], pure: true },
  stats: { may: [], pure: true },
  ledger: { may: LEAVES, pure: true },
  // Strangers: a number never depends on a file's shape.
  ingest: { may: [...LEAVES, 'ledger'], pure: true },
  measures: { may: [...LEAVES, 'ledger'], pure: true },
  // Strangers too; of measures they know the result types only.
  charts: { may: LEAVES, types: ['measures'], pure: true },
  report: { may: LEAVES, types: ['measures'], pure: true },
  export: { may: [...LEAVES, 'ledger', 'measures', 'charts', 'report'], pure: true },
  workspace: { may: [...LEAVES, 'ledger', 'ingest', 'measures', 'export'], pure: true },
  storage: { may: ['model', 'ingest', 'workspace'], pure: true },
  workers: { may: [...LEAVES, 'ledger', 'ingest', 'measures', 'export', 'workspace', 'storage'], pure: false },
  stores: { may: [...PURE_ABOVE, 'workers'], pure: false },
  composables: { may: [...PURE_ABOVE, 'workers', 'stores', 'locales'], pure: false },
  // Props and events: no store, no router, no view, nobody who holds a ledger.
  components: { may: [...LEAVES, 'charts', 'report', 'export', 'locales'], pure: false },
  views: { may: [...PURE_ABOVE, 'stores', 'composables', 'components', 'locales'], pure: false },
  locales: { may: LEAVES, pure: false },
  styles: { may: [], pure: false },
}

const PAGE_PACKAGES = 'vue|pinia|vue-router|vue-i18n|vue-echarts|@vueuse/core|comlink'
const packages = (names: string): string => `(^|/)node_modules/(${names})/`
const rooms = (names: readonly string[]): string => `^src/(${names.join('|')})/`
const pureRooms = Object.keys(ROOMS).filter((room) => ROOMS[room]!.pure)

const rule = (
  name: string,
  from: IRegularForbiddenRuleType['from'],
  to: IRegularForbiddenRuleType['to'],
  comment: string,
): IRegularForbiddenRuleType => ({ name, severity: 'error', comment, from, to })

/** One rule a room (everything it may not import) and the rules that hold across rooms. */
export const IMPORT_RULES: IRegularForbiddenRuleType[] = [
  rule('no-cycle', {}, { circular: true }, 'Two files that need each other are one idea in two files.'),
  rule('resolvable', {}, { couldNotResolve: true }, 'Every import leads to a file or an installed package.'),
  ...Object.entries(ROOMS).map(([room, { may, types = [] }]) =>
    rule(
      `direction-of-${room}`,
      { path: rooms([room]) },
      { path: '^src/', pathNot: rooms([room, ...may, ...types]) },
      `${room} may import ${may.join(', ') || 'nothing'} only.`,
    ),
  ),
  ...Object.entries(ROOMS)
    .filter(([, { types }]) => types)
    .map(([room, { types = [] }]) =>
      rule(
        `types-for-${room}`,
        { path: rooms([room]) },
        { path: rooms(types), dependencyTypesNot: ['type-only'] },
        `${room} may import types of ${types.join(', ')} only.`,
      ),
    ),
  rule(
    'pure-without-page',
    { path: rooms(pureRooms) },
    { path: packages(PAGE_PACKAGES) },
    'Pure rooms run in Node and in a worker as they are.',
  ),
  rule(
    'charts-without-echarts',
    { path: rooms(pureRooms) },
    { path: packages('echarts'), dependencyTypesNot: ['type-only'] },
    'An option is plain data; who draws it is decided in components.',
  ),
  rule(
    'dayjs-in-time-only',
    { path: '^src/', pathNot: '^src/time/' },
    { path: packages('dayjs') },
    'Dates are integers outside of time.',
  ),
  rule(
    'components-without-router',
    { path: '^src/components/' },
    { path: packages('pinia|vue-router') },
    'A part gets props and gives events.',
  ),
  rule('no-node', { path: '^src/' }, { dependencyTypes: ['core'] }, 'The app runs in a browser.'),
  rule(
    'no-tests-in-src',
    { path: '^src/' },
    { path: '^(tests|scripts)/' },
    'What is shipped does not lean on what tests it.',
  ),
]
