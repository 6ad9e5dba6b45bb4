import { describe, expect, test } from 'vitest'
import { schemaErrors } from './jsonSchema'

describe('a value that does not agree is told with its path', () => {
  test.each<[string, Record<string, unknown>, unknown, string[]]>([
    ['type', { type: 'integer' }, 1.5, ['$: 1.5 is no integer']],
    ['NaN', { type: 'number' }, Number.NaN, ['$: null is no number']],
    ['one of two types', { type: ['string', 'null'] }, 1, ['$: 1 is no string or null']],
    ['null is no object', { type: 'object' }, null, ['$: null is no object']],
    ['an array is no object', { type: 'object' }, [], ['$: [] is no object']],
    ['enum', { enum: ['a', 'b'] }, 'c', ['$: "c" is not listed']],
    ['const', { const: 1 }, '1', ['$: is not 1']],
    ['required', { required: ['a'] }, { b: 1 }, ['$: a is missing']],
    ['required, not inherited', { required: ['toString'] }, {}, ['$: toString is missing']],
    ['properties', { properties: { a: { type: 'string' } } }, { a: 1 }, ['$.a: 1 is no string']],
    ['items', { items: { type: 'string' } }, ['x', 2], ['$[1]: 2 is no string']],
    ['allOf', { allOf: [{ required: ['a'] }, { required: ['b'] }] }, {}, ['$: a is missing', '$: b is missing']],
    ['$ref', { $ref: '#/$defs/n', $defs: { n: { type: 'null' } } }, 0, ['$: 0 is no null']],
    [
      'deep down',
      {
        properties: { list: { items: { properties: { x: { $ref: '#/$defs/x' } } } } },
        $defs: { x: { type: 'boolean' } },
      },
      { list: [{ x: true }, { x: 'yes' }] },
      ['$.list[1].x: "yes" is no boolean'],
    ],
    ['a keyword without a rule', { minimum: 3 }, 1, ['$: the schema uses minimum, which is not checked']],
  ])('%s', (_, schema, value, errors) => {
    expect(schemaErrors(schema, value)).toEqual(errors)
  })

  test('a reference or a type that leads nowhere throws', () => {
    expect(() => schemaErrors({ $ref: '#/$defs/none' }, 1)).toThrow('no #/$defs/none')
    expect(() => schemaErrors({ type: 'date' }, 1)).toThrow('date')
  })
})

test.each<[Record<string, unknown>, unknown]>([
  [{ type: 'integer' }, 3],
  [{ type: ['number', 'null'] }, null],
  [
    { type: 'object', required: ['a'], properties: { a: { type: 'string' }, b: { type: 'null' } } },
    { a: 'x', other: 1 },
  ],
  [{ type: 'array', items: { enum: [1, 2] } }, [1, 2, 1]],
  [{ title: 'words', description: 'only', $schema: 'x' }, {}],
])('%j accepts %j', (schema, value) => {
  expect(schemaErrors(schema, value)).toEqual([])
})
