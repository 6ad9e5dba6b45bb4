/** A change against an earlier period as FigureCard shows it; words are ready to read. */
export interface FigureChange {
  /** Size with direction word and unit: «多12件», «高4.2个百分点», «持平». */
  readonly text: string
  readonly direction: 'up' | 'down' | 'same'
  /** better and worse only where an interval supports it; plain where a change is neither; noise where the interval holds zero. */
  readonly meaning: 'better' | 'worse' | 'plain' | 'noise'
  /** What it is compared with, for the hint and for screen readers: «较2023年下半年». */
  readonly against: string
}
