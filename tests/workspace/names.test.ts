import { describe, expect, test } from 'vitest'
import { day, lines, workspaceOf } from '../helpers/importText'

const ON = day(2024, 7, 1)
const HEAD = '标题,单位,报送日期,采用载体'
const LOG = lines(
  HEAD,
  '某事一,县公安局,2024-03-05,市日报',
  '某事二,公安局,2024-03-06,',
  '某事三,公安局,2024-03-07,日报社',
  '某事四,县教育局,2024-03-08,',
)

describe('units that a person declares one', () => {
  test('are one row of the figures, and the total is the same', async () => {
    const workspace = await workspaceOf({ 'a.csv': LOG })
    const before = workspace.exportMeasures('submitted', ON)
    expect(workspace.summary().names.suggestions).toMatchObject([
      { kind: 'units', names: ['县公安局', '公安局'], facts: [1, 2] },
    ])
    const summary = workspace.merge('units', ['县公安局', '公安局'], '县公安局')
    const after = workspace.exportMeasures('submitted', ON)
    expect(after.units.map(({ unit, submitted, adopted }) => [unit, submitted, adopted])).toEqual([
      ['县公安局', 3, 2],
      ['县教育局', 1, 0],
    ])
    expect(after.total).toEqual(before.total)
    expect(after.findings.filter(({ code }) => code === 'alias-suggested')).toEqual([])
    expect(summary.names).toMatchObject({
      suggestions: [],
      merged: [{ kind: 'units', name: '县公安局', aliases: ['公安局'] }],
    })
    expect(summary.units.map(({ name }) => name)).toEqual(['县公安局', '县教育局'])
  })

  test('are two again after undo, and one after redo', async () => {
    const workspace = await workspaceOf({ 'a.csv': LOG })
    workspace.merge('units', ['县公安局', '公安局'], '县公安局')
    expect(workspace.undo().units).toHaveLength(3)
    expect(workspace.summary().imports).toHaveLength(1)
    expect(workspace.redo().units).toHaveLength(2)
    expect(workspace.split('units', '县公安局').units).toHaveLength(3)
  })

  test('stay one in the next import', async () => {
    const workspace = await workspaceOf({ 'a.csv': LOG })
    workspace.merge('units', ['县公安局', '公安局'], '县公安局')
    const more = await workspaceOf({
      'b.csv': lines(HEAD, '某事九,公安局,2024-04-05,', '某事十,县教育局,2024-04-06,市日报'),
    })
    const book = JSON.stringify(workspace.exportAliasBook())
    expect(more.summary().units.map(({ name }) => name)).toEqual(['公安局', '县教育局'])
    expect(more.addBook(book)!.units.map(({ name }) => name)).toEqual(['县公安局', '县教育局'])
    expect(more.addBook('no book')).toBeNull()
  })

  test('the same item under both names is then one item', async () => {
    const workspace = await workspaceOf({
      'a.csv': lines(HEAD, '某事一,县公安局,2024-03-05,市日报', '某事二,县公安局,2024-03-06,'),
      'b.csv': lines(HEAD, '某事一,公安局,2024-03-05,手机报', '某事三,公安局,2024-03-07,'),
    })
    expect(workspace.exportMeasures('submitted', ON).total).toMatchObject({ submitted: 4, adopted: 2, placements: 2 })
    workspace.merge('units', ['县公安局', '公安局'], '县公安局')
    const { total, balance } = workspace.exportMeasures('submitted', ON)
    expect(total).toMatchObject({ submitted: 3, adopted: 1, placements: 2 })
    for (const b of balance) expect(b.used + b.setAside + b.blank + b.headings + b.totals + b.duplicates).toBe(b.read)
  })

  test('counts of both for one period overlap, and are not added', async () => {
    const workspace = await workspaceOf({
      '2024年3月.csv': lines('单位,报送数,采用数', '县公安局,20,5', '公安局,10,1', '县教育局,4,1'),
    })
    expect(workspace.exportMeasures('submitted', ON).total.submitted).toBe(34)
    workspace.merge('units', ['县公安局', '公安局'], '县公安局')
    const { total, findings } = workspace.exportMeasures('submitted', ON)
    expect(findings.filter(({ code }) => code === 'overlap')).toMatchObject([{ row: 3 }])
    expect(total.submitted).toBe(24)
  })
})

describe('units that a person keeps apart', () => {
  test('are not suggested again, until it is undone', async () => {
    const workspace = await workspaceOf({ 'a.csv': LOG })
    expect(workspace.keepApart('units', ['公安局', '县公安局']).names).toMatchObject({ suggestions: [], apart: 1 })
    expect(workspace.undo().names.suggestions).toHaveLength(1)
  })
})

test('outlets are merged too, and an item in both is one placement', async () => {
  const workspace = await workspaceOf({
    'a.csv': lines(
      HEAD,
      '某事一,县公安局,2024-03-05,市日报、日报社',
      '某事二,县公安局,2024-03-06,日报社',
      '某事三,县公安局,2024-03-06,',
    ),
  })
  expect(workspace.exportMeasures('submitted', ON).total).toMatchObject({ adopted: 2, placements: 3 })
  workspace.merge('outlets', ['市日报', '日报社'], '市日报')
  const { total, outlets } = workspace.exportMeasures('submitted', ON)
  expect(total).toMatchObject({ adopted: 2, placements: 2 })
  expect(outlets.map(({ outlet, adopted }) => [outlet, adopted])).toEqual([['市日报', 2]])
})
