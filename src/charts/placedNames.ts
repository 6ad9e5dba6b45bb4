import { textWidth } from './chartText'

/** A mark on the canvas, in px. `name`: the text that should stand beside it, already cut; null for a mark that only has to stay visible. */
export interface NamedMark {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly name: string | null
  /** Those with a higher weight choose their place first. */
  readonly weight: number
}

/** Where a name stands beside its mark, as the drawing library takes it. */
export interface NamePlace {
  readonly position: 'right' | 'left' | 'top' | 'bottom'
  readonly offset: readonly [number, number]
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Between mark and name, in px. */
export const NAME_DISTANCE = 4
/** Between two names on one line, in px: closer they read as one. */
const APART = 8

const PLACES: readonly NamePlace[] = [
  { position: 'right', offset: [0, 0] },
  { position: 'left', offset: [0, 0] },
  { position: 'top', offset: [0, 0] },
  { position: 'bottom', offset: [0, 0] },
  { position: 'right', offset: [-2, -11] },
  { position: 'right', offset: [-2, 11] },
  { position: 'left', offset: [2, -11] },
  { position: 'left', offset: [2, 11] },
]

/**
 * A place for each name at which it covers no mark and no other name and stays inside the box; null where there is none (its mark tells it on hover). The
 * weightiest names choose first, among equals those that come first.
 */
export function placedNames(marks: readonly NamedMark[], box: Box, fontSize: number): (NamePlace | null)[] {
  const taken: Box[] = []
  const places = marks.map((): NamePlace | null => null)
  const order = marks.map((mark, index) => ({ mark, index })).sort((a, b) => b.mark.weight - a.mark.weight)
  for (const { mark, index } of order) {
    if (mark.name === null) continue
    const width = textWidth(mark.name, fontSize)
    for (const place of PLACES) {
      const own = boxOf(mark, place, width, fontSize)
      const free =
        inside(own, box) &&
        !taken.some((other) => overlap({ ...own, left: own.left - APART, right: own.right + APART }, other)) &&
        !marks.some((other, at) => at !== index && overlap(own, around(other)))
      if (!free) continue
      places[index] = place
      taken.push(own)
      break
    }
  }
  return places
}

function boxOf({ x, y, radius }: NamedMark, { position, offset }: NamePlace, width: number, fontSize: number): Box {
  const height = fontSize + 2
  const [dx, dy] = offset
  const away = radius + NAME_DISTANCE
  const left = position === 'right' ? x + away : position === 'left' ? x - away - width : x - width / 2
  const top = position === 'top' ? y - away - height : position === 'bottom' ? y + away : y - height / 2
  return { left: left + dx, top: top + dy, right: left + dx + width, bottom: top + dy + height }
}

function around({ x, y, radius }: NamedMark): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }
}

function inside(own: Box, box: Box): boolean {
  return own.left >= box.left && own.right <= box.right && own.top >= box.top && own.bottom <= box.bottom
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
