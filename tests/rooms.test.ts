import { expect, test } from 'vitest'
import en from '../src/locales/en/shell'
import zhCN from '../src/locales/zh-CN/shell'
import { isFiltered, roomOfKey, ROOMS } from '../src/rooms'

const unique = (values: readonly unknown[]): boolean => new Set(values).size === values.length

test.each(ROOMS)('$name has a word in both languages', ({ name }) => {
  for (const { rooms } of [zhCN, en]) expect(rooms[name]).toMatch(/\S/)
})

test('no two rooms share a name, an address or a key', () => {
  expect(unique(ROOMS.map(({ name }) => name))).toBe(true)
  expect(unique(ROOMS.map(({ path }) => path))).toBe(true)
  const keys = ROOMS.flatMap((room) => ('key' in room ? [room.key as number] : []))
  expect([...keys].sort()).toEqual(keys.map((_, at) => at + 1))
})

test('keys lead to rooms, and rooms without figures name no filters', () => {
  expect([roomOfKey(1), roomOfKey(2), roomOfKey(0)]).toEqual(['data', 'overview', undefined])
  expect(['overview', 'data', 'about', 'gallery'].map(isFiltered)).toEqual([true, false, false, true])
})
