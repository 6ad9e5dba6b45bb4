import { dayStylesOf, type DayStyle } from '../printDay'
import type { Random } from '../random'
import { FLAGS, STATUS } from '../words'

/** What one clerk decided to keep in a table of one row a submission, and how it is written. */
export interface ItemStyle {
  index: boolean
  number: boolean
  author: boolean
  title: boolean
  flag: readonly [string, string] | null
  /** In a column of yes and no, the word for «not yet». */
  flagUndecided: string | null
  status: { adopted: string[]; rejected: string[]; undecided: string[] } | null
  outlets: boolean
  outletSeparators: string[]
  adoptedDay: boolean
  dates: 'day' | 'month' | 'title'
  dayStyles: DayStyle[]
  yearIn: 'cells' | 'title' | 'name'
  /** `dittos`: a unit that repeats the one above is not written again but marked. */
  special: 'none' | 'mergedUnits' | 'dittos' | 'duplicates' | 'badRows'
  totals: boolean
}

const SEPARATORS = ['、', '，', ',', ';', '；', '/', '\n']

export function randomItemStyle(random: Random): ItemStyle {
  const decision = random.pick([
    'flag',
    'flag',
    'flagUndecided',
    'status',
    'outletsOnly',
    'outletsOnly',
    'flagAndOutlets',
  ])
  const dates = random.pick<ItemStyle['dates']>(['day', 'day', 'day', 'day', 'day', 'day', 'month', 'title'])
  const yearIn =
    dates === 'day' ? random.pick<ItemStyle['yearIn']>(['cells', 'cells', 'cells', 'title', 'name']) : 'cells'
  const drawn = random.pick<ItemStyle['special']>([
    'none',
    'none',
    'none',
    'mergedUnits',
    'dittos',
    'duplicates',
    'badRows',
  ])
  const special = drawn === 'badRows' && (dates !== 'day' || yearIn !== 'cells') ? 'none' : drawn
  const words = (list: readonly string[]) => random.sample(list, random.int(1, 2))
  const number = random.chance(0.2)
  const undecidedFlag = decision === 'flagUndecided'
  return {
    // Copies of a row with a running number would not be copies.
    index: !number && special !== 'duplicates' && random.chance(0.5),
    number,
    author: random.chance(0.5),
    title: special !== 'none' || dates === 'title' || random.chance(0.9),
    flag: decision.startsWith('flag') ? (undecidedFlag ? ['是', '否'] : random.pick(FLAGS)) : null,
    flagUndecided: undecidedFlag ? random.pick(['待定', '审核中']) : null,
    status:
      decision === 'status'
        ? { adopted: words(STATUS.adopted), rejected: words(STATUS.rejected), undecided: words(STATUS.undecided) }
        : null,
    outlets: decision === 'outletsOnly' || decision === 'flagAndOutlets' || random.chance(0.7),
    outletSeparators: random.chance(0.7) ? [random.pick(SEPARATORS)] : SEPARATORS,
    adoptedDay: dates === 'day' && random.chance(0.5),
    dates,
    dayStyles: dayStylesOf(random, yearIn !== 'cells'),
    yearIn,
    special,
    totals: random.chance(0.25),
  }
}
