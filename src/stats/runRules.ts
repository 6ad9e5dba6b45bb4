/** Which rules are asked: those of NHS England («Making Data Count») or of Wheeler. */
export type RuleSet = 'nhs' | 'wheeler'

/** outside: beyond a limit. trend: six differences of one sign. nearLimit: 2 of 3 in the outer third, or 3 of 4 nearer the limit. run: on one side. */
export type Signal = 'outside' | 'trend' | 'nearLimit' | 'run'

/** One point of a control chart against its own limits. */
export interface ChartedPoint {
  readonly value: number
  readonly mean: number
  readonly low: number
  readonly high: number
}

/** Points of a trend. */
export const TREND_POINTS = 7
/** Points on one side that make a run. */
export const RUN_POINTS: Readonly<Record<RuleSet, number>> = { nhs: 7, wheeler: 8 }
/** How many of how many points in a row make `nearLimit`. */
export const NEAR_LIMIT: Readonly<Record<RuleSet, { readonly count: number; readonly of: number }>> = {
  nhs: { count: 2, of: 3 },
  wheeler: { count: 3, of: 4 },
}

/**
 * The signals of each point, in the order of the rules; every member of a trend or run is marked. `null` is a gap, and breaks what runs.
 * NHS: outside; 7-point trend; 2 of 3 in the outer third on one side (points beyond the limit do not count, all three on the same side); 7 on one
 * side. Wheeler: outside; 3 of 4 nearer the limit than the mean; 8 on one side. A point on the mean breaks a run.
 */
export function runSignals(points: readonly (ChartedPoint | null)[], rules: RuleSet): Signal[][] {
  const marks: Record<Signal, boolean[]> = {
    outside: points.map((point) => point !== null && (point.value < point.low || point.value > point.high)),
    trend: rules === 'nhs' ? trend(points) : points.map(() => false),
    nearLimit: rules === 'nhs' ? twoOfThree(points) : threeOfFour(points),
    run: run(points, RUN_POINTS[rules]),
  }
  return points.map((_, i) => (Object.keys(marks) as Signal[]).filter((signal) => marks[signal][i]))
}

function side(point: ChartedPoint): number {
  return Math.sign(point.value - point.mean)
}

function trend(points: readonly (ChartedPoint | null)[]): boolean[] {
  const marked = points.map(() => false)
  for (let from = 0; from + TREND_POINTS <= points.length; from++) {
    const window = points.slice(from, from + TREND_POINTS)
    if (window.includes(null)) continue
    const signs = window.slice(1).map((point, i) => Math.sign(point!.value - window[i]!.value))
    if (signs[0] !== 0 && signs.every((sign) => sign === signs[0])) marked.fill(true, from, from + TREND_POINTS)
  }
  return marked
}

function run(points: readonly (ChartedPoint | null)[], length: number): boolean[] {
  const marked = points.map(() => false)
  for (let from = 0; from + length <= points.length; from++) {
    const window = points.slice(from, from + length)
    const first = window[0]
    if (!first || side(first) === 0) continue
    if (window.every((point) => point !== null && side(point) === side(first))) marked.fill(true, from, from + length)
  }
  return marked
}

/** Two of three in the outer third on one side, inside the limit, the third on the same side of the mean. */
function twoOfThree(points: readonly (ChartedPoint | null)[]): boolean[] {
  const marked = points.map(() => false)
  const near = (point: ChartedPoint): boolean => {
    const limit = side(point) > 0 ? point.high : point.low
    const distance = Math.abs(point.value - point.mean)
    const width = Math.abs(limit - point.mean)
    return distance > (2 / 3) * width && distance <= width
  }
  for (let from = 0; from + 3 <= points.length; from++) {
    const window = points.slice(from, from + 3)
    if (window.includes(null)) continue
    const three = window as ChartedPoint[]
    const own = side(three[0]!)
    if (own === 0 || !three.every((point) => side(point) === own)) continue
    const outer = three.map(near)
    if (outer.filter(Boolean).length >= 2)
      outer.forEach((isNear, i) => {
        if (isNear) marked[from + i] = true
      })
  }
  return marked
}

/** Three of four on one side and nearer the limit than the mean. */
function threeOfFour(points: readonly (ChartedPoint | null)[]): boolean[] {
  const marked = points.map(() => false)
  const nearSide = (point: ChartedPoint | null): number => {
    if (!point) return 0
    const limit = side(point) > 0 ? point.high : point.low
    return Math.abs(point.value - point.mean) > Math.abs(limit - point.mean) / 2 ? side(point) : 0
  }
  for (let from = 0; from + 4 <= points.length; from++) {
    const window = points.slice(from, from + 4)
    if (window.includes(null)) continue
    for (const own of [1, -1]) {
      const members = window.map((point) => nearSide(point) === own)
      if (members.filter(Boolean).length >= 3)
        members.forEach((isMember, i) => {
          if (isMember) marked[from + i] = true
        })
    }
  }
  return marked
}
