import { describe, expect, it } from 'vitest'
import { createSSRApp, h, type Component } from 'vue'
import { createI18n } from 'vue-i18n'
import { renderToString } from 'vue/server-renderer'
import ChartPanel from '../../src/components/ChartPanel.vue'
import DataTable from '../../src/components/DataTable.vue'
import FigureCard from '../../src/components/FigureCard.vue'
import FilterChips from '../../src/components/FilterChips.vue'
import FindingBadge from '../../src/components/FindingBadge.vue'
import LoadingState from '../../src/components/LoadingState.vue'
import OverviewFigures from '../../src/components/OverviewFigures.vue'
import SegmentedControl from '../../src/components/SegmentedControl.vue'
import SparkLine from '../../src/components/SparkLine.vue'
import { exportCell, type TableColumn } from '../../src/components/tableColumn'
import { seedHalfYear, twelveUnits } from '../../src/charts/galleryFixtures'
import { zhCN } from '../../src/locales'

/** A component as HTML, without comments. */
async function html(
  component: unknown,
  props: Record<string, unknown>,
  slots: Record<string, () => unknown> = {},
): Promise<string> {
  const i18n = createI18n({
    legacy: false,
    locale: 'zh-CN',
    messages: { 'zh-CN': zhCN },
  })
  const app = createSSRApp({ render: () => h(component as Component, props, slots) })
  return (await renderToString(app.use(i18n))).replace(/<!--.*?-->/g, '')
}

describe('FigureCard', () => {
  it('shows «—» with the reason on hover and for screen readers', async () => {
    const text = await html(FigureCard, { label: '采用率', value: null, reason: '没有报送数' })
    expect(text).toContain('title="没有报送数"')
    expect(text).toMatch(/aria-hidden="true"[^>]*>—<\/span><span class="visually-hidden"[^>]*>没有报送数/)
  })

  it('says a direction in words, not by colour and arrow alone', async () => {
    const change = { text: '高4.2个百分点', direction: 'up', meaning: 'noise', against: '较2023年下半年' }
    const text = await html(FigureCard, { label: '采用率', value: '38.7%', change })
    expect(text).toContain('高4.2个百分点')
    expect(text).toContain('正常波动')
    expect(text).toContain('较2023年下半年')
  })

  it('escapes whatever a name holds', async () => {
    expect(await html(FigureCard, { label: '<img src=x>', value: '1' })).toContain('&lt;img src=x&gt;')
  })
})

describe('the six figures', () => {
  it('of the seed know 551 and 147 and no rate', async () => {
    const text = await html(OverviewFigures, { measured: seedHalfYear, fewest: 5 })
    expect(text).toContain('551')
    expect(text).toContain('147')
    expect(text).not.toContain('%')
    expect(text).toContain('只记采用次数，不知采用件数')
  })

  it('colour a rate only where the interval leaves zero out', async () => {
    expect(await html(OverviewFigures, { measured: twelveUnits, fewest: 5 })).toContain('figure-card__change--better')
    const noisy = {
      ...twelveUnits,
      previous: { ...twelveUnits.previous!, change: { ...twelveUnits.previous!.change, rateInterval: [-0.01, 0.1] } },
    }
    expect(await html(OverviewFigures, { measured: noisy, fewest: 5 })).toContain('figure-card__change--noise')
  })
})

describe('SparkLine', () => {
  it('breaks at an unknown point', async () => {
    const path = /d="([^"]*)"/.exec(await html(SparkLine, { points: [1, 2, null, 3, 4] }))![1]!
    expect(path.match(/M/g)).toHaveLength(2)
    expect(path.match(/L/g)).toHaveLength(2)
  })
})

describe('DataTable', () => {
  interface Row {
    readonly name: string
    readonly rate: number | null
  }
  const columns: TableColumn<Row>[] = [
    { id: 'name', label: '单位', kind: 'text', value: ({ name }) => name },
    { id: 'rate', label: '采用率', kind: 'percent', value: ({ rate }) => rate, reason: () => '没有报送数' },
  ]
  const rows: Row[] = Array.from({ length: 5 }, (_, index) => ({
    name: `单位${index}`,
    rate: index === 0 ? null : index / 10,
  }))
  const props = { caption: '各单位', columns, rows, rowKey: (row: Row) => row.name }

  it('has a caption, column and row headers, and aria-sort', async () => {
    const text = await html(DataTable, props)
    expect(text).toContain('<caption')
    expect(text.match(/scope="col"/g)).toHaveLength(2)
    expect(text.match(/scope="row"/g)).toHaveLength(5)
    expect(text.match(/aria-sort="none"/g)).toHaveLength(2)
    expect(text).toContain('40.0%')
    expect(text).toContain('没有报送数')
  })

  it('draws a page of rows and offers the rest', async () => {
    const text = await html(DataTable, { ...props, pageSize: 2 })
    expect(text.match(/scope="row"/g)).toHaveLength(2)
    expect(text).toContain('还有 3 行')
  })

  it('hands fractions out as percentages', () => {
    expect(exportCell(columns[1]!, rows[1]!)).toEqual({ percent: 0.1 })
    expect(exportCell(columns[1]!, rows[0]!)).toBeNull()
    expect(exportCell(columns[0]!, rows[0]!)).toBe('单位0')
  })
})

describe('ChartPanel', () => {
  const slots = { default: () => h('i', 'chart'), table: () => h('i', 'table') }

  it('is a region named by its verdict, with basis, summary and table switch', async () => {
    const text = await html(
      ChartPanel,
      { title: '六月持平', level: 3, basis: '口径：按报送时间', summary: '十二个月' },
      slots,
    )
    const id = /aria-labelledby="([^"]+)"/.exec(text)![1]!
    expect(text).toMatch(new RegExp(`<h3[^>]*id="${id}"[^>]*>六月持平</h3>`))
    expect(text).toContain('口径：按报送时间')
    expect(text).toContain('十二个月')
    expect(text).toContain('aria-pressed="false"')
  })

  it.each([
    ['loading', 'role="progressbar"'],
    ['error', 'role="alert"'],
    ['empty', '这里还没有数据'],
    ['tooFew', '数量太少，不作判断'],
  ])('has a state of its own for %s', async (state, mark) => {
    const text = await html(ChartPanel, { title: 't', state }, slots)
    expect(text).toContain(mark)
    expect(text).not.toContain('<i>chart</i>')
  })
})

describe('small parts', () => {
  it('a finding has a shape and a word as well as a colour', async () => {
    const shapes = await Promise.all(
      ['info', 'warning', 'error'].map((level) => html(FindingBadge, { level, count: 3 })),
    )
    expect(new Set(shapes.map((text) => /<(?:circle|path)[^>]*>/.exec(text)![0])).size).toBe(3)
    expect(shapes[1]).toContain('请核对')
  })

  it('progress is a number and a bar', async () => {
    const text = await html(LoadingState, { label: '正在读取', progress: 0.42, cancellable: true })
    expect(text).toContain('aria-valuenow="42"')
    expect(text).toContain('aria-live="polite"')
    expect(text).toContain('取消')
  })

  it('chips name what they remove', async () => {
    expect(await html(FilterChips, { chips: [{ id: '1', label: '教育局' }] })).toContain(
      'aria-label="去掉筛选：教育局"',
    )
    expect(await html(FilterChips, { chips: [] })).not.toContain('<li')
  })

  it('the clock is a group of radio buttons', async () => {
    const text = await html(SegmentedControl, {
      legend: '统计时间',
      modelValue: 'a',
      options: [
        { value: 'a', label: '甲' },
        { value: 'b', label: '乙' },
      ],
    })
    expect(text.match(/type="radio"/g)).toHaveLength(2)
    expect(text).toContain('统计时间')
  })
})
