import { expect, test } from 'vitest'
import { cleanTaskCell } from '../../../src/ingest/clean/cleanTaskCell'

test.each<[string, number, number]>([
  ['12', 12, 12],
  ['１２', 12, 12],
  ['12.5', 12.5, 12.5],
  ['3条', 3, 3],
  ['3 篇', 3, 3],
  ['三条', 3, 3],
  ['0', 0, 0],
  ['1-2', 1, 2],
  ['1—2条', 1, 2],
  ['1～2条', 1, 2],
  ['1条至2条', 1, 2],
  ['不少于3条', 3, 3],
  ['≥4', 4, 4],
  ['每月2条', 2, 2],
  ['100分', 100, 100],
  ['5条以上', 5, 5],
])('«%s» is a target', (text, low, high) => {
  expect(cleanTaskCell(text)).toEqual({ kind: 'target', low, high })
})

test.each([
  ['', 'blank'],
  ['—', 'blank'],
  ['无', 'blank'],
  ['2024-01-02', 'date'],
  ['1月2日', 'date'],
  ['Jan-02', 'date'],
  ['2-Jan', 'date'],
  ['#N/A', 'error'],
  ['2-1', 'invalid'],
  ['机动', 'invalid'],
])('«%s» is %s', (text, kind) => {
  expect(cleanTaskCell(text)).toEqual({ kind })
})
