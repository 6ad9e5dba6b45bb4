import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromPlainJson, plainJson } from '../../src/workspace/plainJson'

const word = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', '$map', '$set', 'toString'))

test('maps and sets come back, whatever their keys', () => {
  const data = fc.array(
    fc.oneof(
      fc.array(fc.tuple(word, fc.oneof(word, fc.integer()))).map((pairs) => new Map(pairs)),
      fc.array(word).map((words) => new Set(words)),
      fc.record({ name: word, held: fc.array(word).map((words) => new Set(words)), none: fc.constant(null) }),
      word,
    ),
  )
  fc.assert(
    fc.property(data, (given) => {
      expect(fromPlainJson(plainJson(given))).toEqual(given)
    }),
  )
})

test('a map of maps, and what only looks like one', () => {
  const nested = new Map([['a', new Map([['b', new Set(['c'])]])]])
  expect(fromPlainJson(plainJson(nested))).toEqual(nested)
  expect(fromPlainJson('{"$map":["not a pair"]}')).toEqual({ $map: ['not a pair'] })
  expect(fromPlainJson('{"$map":1}')).toEqual({ $map: 1 })
})
