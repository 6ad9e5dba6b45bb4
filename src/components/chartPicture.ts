import type { InjectionKey } from 'vue'

/** Draws the chart on a new canvas with so many device pixels for one CSS pixel. */
export type DrawPicture = (pixelRatio: number) => HTMLCanvasElement

/** ChartPanel hands this down; the chart inside registers how it is drawn and takes it back when it goes. */
export const CHART_PICTURE: InjectionKey<(draw: DrawPicture | null) => void> = Symbol('chart picture')
