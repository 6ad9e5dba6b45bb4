import type { Random } from './random'

const KINDS = [
  ['县直部门', '乡镇'],
  ['县直各单位', '各乡镇'],
  ['县直各部门', '各乡镇、街道'],
  ['一类单位', '二类单位', '三类单位'],
  ['县（区）', '市直部门', '驻市单位'],
  ['乡镇（街道）', '县直部门', '企事业单位'],
  ['党群部门', '政府部门', '乡镇'],
  ['各县区', '市直各单位'],
  ['综合部门', '经济部门', '社会事业部门'],
] as const

/** A kind of unit: its name, and the row that stands above its units. */
export interface Block {
  group: string
  heading: string
}

/** Kinds of units with their headings, numbered as offices number. */
export function randomBlocks(random: Random): Block[] {
  const number = random.pick<(at: number, name: string) => string>([
    (at, name) => `${'一二三四'[at] ?? ''}、${name}`,
    (at, name) => `${'一二三四'[at] ?? ''}、 ${name}`,
    (at, name) => `（${'一二三四'[at] ?? ''}）${name}`,
    (at, name) => `(${'一二三四'[at] ?? ''})${name}`,
  ])
  return random.pick(KINDS).map((group, at) => ({ group, heading: number(at, group) }))
}

/** Parts a list into as many runs as there are blocks, none of them empty. */
export function partInto<T>(list: readonly T[], count: number): T[][] {
  const size = Math.ceil(list.length / count)
  const parts = Array.from({ length: count }, (_, at) => list.slice(at * size, (at + 1) * size))
  return parts.every((part) => part.length > 0)
    ? parts
    : [list.slice(0, -count + 1), ...list.slice(-count + 1).map((one) => [one])]
}
