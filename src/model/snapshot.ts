/** A frozen, named state of facts and settings: numbers once presented or handed out can always be looked at again. */
export interface SnapshotSummary {
  readonly id: string
  readonly name: string
  /** When it was frozen, in milliseconds since 1970 by this PC's clock. */
  readonly at: number
  /** Fingerprint of files, answers and settings: equal ones give equal numbers. */
  readonly hash: string
}
