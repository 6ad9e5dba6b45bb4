/** A line drawn with the pen. Points as shares of the slide's width and height: windows show slides of different shapes. */
export interface Stroke {
  readonly id: string
  /** It only ever grows. */
  readonly points: readonly (readonly [x: number, y: number])[]
}

/** What was drawn during a show. It lasts as long as the show and is no part of the deck. */
export interface Ink {
  /** By step. */
  readonly strokes: Readonly<Record<string, readonly Stroke[]>>
  /** Ids of strokes that were wiped: a window that lags behind does not bring them back. */
  readonly wiped: readonly string[]
}
