import type { Ink, Stroke } from '../model/ink'

export const NO_INK: Ink = { strokes: {}, wiped: [] }

/** The ink with a stroke begun or grown; one that was wiped stays wiped. */
export function withStroke(ink: Ink, step: string, stroke: Stroke): Ink {
  return mergedInk(ink, { strokes: { [step]: [stroke] }, wiped: [] })
}

/** The step that a stroke was begun on; null where it is not known. */
export function stepOfStroke({ strokes }: Ink, id: string): string | null {
  return Object.keys(strokes).find((step) => strokes[step]!.some((own) => own.id === id)) ?? null
}

/** The ink without what was drawn on a step; the same where nothing was. */
export function wipedStep(ink: Ink, step: string): Ink {
  const { [step]: gone = [], ...strokes } = ink.strokes
  return gone.length === 0 ? ink : { strokes, wiped: [...ink.wiped, ...gone.map(({ id }) => id)] }
}

/** What two windows drew, whichever tells the other: every stroke as far as either knows it, without what either wiped. */
export function mergedInk(mine: Ink, other: Ink): Ink {
  const wiped = new Set([...mine.wiped, ...other.wiped])
  const steps = new Set([...Object.keys(mine.strokes), ...Object.keys(other.strokes)])
  const strokes: Record<string, readonly Stroke[]> = {}
  for (const step of steps) {
    const known = new Map<string, Stroke>()
    for (const stroke of [...(mine.strokes[step] ?? []), ...(other.strokes[step] ?? [])]) {
      const own = known.get(stroke.id)
      if (!own || own.points.length < stroke.points.length) known.set(stroke.id, stroke)
    }
    const left = [...known.values()].filter(({ id }) => !wiped.has(id))
    if (left.length > 0) strokes[step] = left
  }
  return { strokes, wiped: [...wiped] }
}
