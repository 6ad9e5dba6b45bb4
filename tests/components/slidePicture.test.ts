import { expect, test } from 'vitest'
import { rankTwelve } from '../../src/charts/analysisFixtures'
import { measuredOf, cellOf } from '../../src/charts/galleryFixtures'
import { slidePicture } from '../../src/components/deck/slideOption'
import { rankUnits } from '../../src/measures/rankUnits'
import type { PanelChoice } from '../../src/model/deck'
import { words } from '../charts/chartWords.fixture'

test('every page of a ranking has the axis of all its ranks: no band runs out of the plot, and pages can be compared', () => {
  const ranking = rankUnits(rankTwelve, 'rate', 5, false)[0]!
  const ranked = ranking.units.filter(({ rank }) => rank !== null)
  const answer = {
    measured: measuredOf({ total: cellOf(100, 40) }),
    ranking,
    funnel: null,
    control: null,
    lags: null,
    compared: null,
    peers: null,
    changes: null,
  }
  const panel = { id: 'rankRange', rows: 4, by: 'rate', fewest: 5, withinGroups: false, group: null } as const
  const pages = Array.from({ length: Math.ceil(ranking.units.length / 4) }, (_, page): PanelChoice => ({
    ...panel,
    page,
  }))
  expect(pages.length).toBeGreaterThan(1)
  expect(Math.max(...ranked.map(({ range }) => range![1]))).toBeGreaterThan(4)
  for (const page of pages) {
    const { option } = slidePicture(page, answer, [], 5, words, (key) => key)!
    expect((option({ width: 800, height: 400 }).xAxis as { max: number }).max).toBe(ranked.length + 0.5)
  }
})
