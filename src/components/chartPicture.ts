import type { InjectionKey } from 'vue'

/** How the chart of a panel is drawn for a file or the clipboard. */
export interface DrawPicture {
  /** On a new canvas with so many device pixels for one CSS pixel. */
  canvas(pixelRatio: number): HTMLCanvasElement
  /** As the text of an SVG element, in CSS pixels. */
  svg(): { readonly text: string; readonly width: number; readonly height: number }
}

/** ChartPanel hands this down; the chart inside registers how it is drawn and takes it back when it goes. */
export const CHART_PICTURE: InjectionKey<(draw: DrawPicture | null) => void> = Symbol('chart picture')
