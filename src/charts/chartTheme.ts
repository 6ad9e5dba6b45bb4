/** Colours and type of a chart. Colours repeat src/styles/tokens.css, since a canvas cannot read custom properties; a test compares both. */
export interface ChartTheme {
  readonly name: 'light' | 'dark' | 'projector'
  readonly font: string
  /** Smallest text, in px: never below 12 on a screen. */
  readonly fontSize: number
  /** Least and greatest height of a row of names, in px. */
  readonly row: number
  readonly rowMost: number
  /** Widest bar that stands, in px. */
  readonly barMost: number
  /** For a slide, over which nobody hovers: values are printed where there is room, and all that is not chosen turns grey where something is chosen. */
  readonly slide: boolean
  readonly ink: string
  readonly ink2: string
  readonly hairline: string
  readonly outline: string
  readonly surface: string
  readonly chosen: string
  readonly chosenWash: string
  /** Band behind what the pointer is on. */
  readonly pointer: string
  /** Fill of what was submitted: pale, therefore always drawn with `outline`. */
  readonly submittedFill: string
  readonly adopted: string
  readonly rate: string
  /** The rate's colour as text (4.5:1 on the surface). */
  readonly rateText: string
  readonly above: string
  readonly below: string
  readonly common: string
  readonly commonFill: string
  /** Heat map from few to many. */
  readonly heat: readonly [low: string, middle: string, high: string]
}

const FONT =
  '"Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "HarmonyOS Sans SC", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif'

export const lightTheme: ChartTheme = {
  name: 'light',
  font: FONT,
  fontSize: 12,
  row: 24,
  rowMost: 32,
  barMost: 36,
  slide: false,
  ink: '#1f2329',
  ink2: '#4e5969',
  hairline: '#e5e6eb',
  outline: '#8a8f98',
  surface: '#ffffff',
  chosen: '#b3261e',
  chosenWash: 'rgba(179, 38, 30, 0.06)',
  pointer: 'rgba(31, 35, 41, 0.06)',
  submittedFill: '#dfe4ea',
  adopted: '#0072b2',
  rate: '#d55e00',
  rateText: '#a64900',
  above: '#1f6fb2',
  below: '#b4540f',
  common: '#6b7280',
  commonFill: '#b6bcc6',
  heat: ['#eef4f8', '#7db8da', '#0072b2'],
}

export const darkTheme: ChartTheme = {
  name: 'dark',
  font: FONT,
  fontSize: 12,
  row: 24,
  rowMost: 32,
  barMost: 36,
  slide: false,
  ink: '#e9ebee',
  ink2: '#b3bac5',
  hairline: '#343942',
  outline: '#969ca6',
  surface: '#1e2126',
  chosen: '#f08b80',
  chosenWash: 'rgba(240, 139, 128, 0.1)',
  pointer: 'rgba(233, 235, 238, 0.09)',
  submittedFill: '#3d444e',
  adopted: '#4da3dc',
  rate: '#f08a3c',
  rateText: '#f5a768',
  above: '#6bb1ea',
  below: '#f0a05a',
  common: '#a3abb7',
  commonFill: '#6d7683',
  heat: ['#252d35', '#2f6c94', '#7cc8f2'],
}

/** Opacity of the marks of who is not chosen, on a slide where somebody is. */
export const PALE = 0.3

/** How many times larger than it is laid out a chart stands on a slide: its 12 px become 28.8 px of 1080, more than 1/40. */
export const PROJECTOR_ZOOM = 2.4

/**
 * For a slide, before zooming. A weak projector washes pale greys out: lines and texts are darker than on a screen, and rows stand closer, since nobody presses
 * them.
 */
export const projectorTheme: ChartTheme = {
  ...lightTheme,
  name: 'projector',
  row: 14,
  rowMost: 72,
  barMost: 64,
  slide: true,
  ink: '#14171c',
  ink2: '#363e4a',
  hairline: '#d3d6db',
  outline: '#646b76',
  chosenWash: 'rgba(179, 38, 30, 0.1)',
  submittedFill: '#cdd4dd',
  rate: '#c24f00',
  rateText: '#933f00',
  common: '#565d69',
  commonFill: '#a9b0bb',
}
