/** A project as the list shows it. Times in milliseconds since 1970 by this PC's clock. */
export interface ProjectEntry {
  readonly id: string
  readonly name: string
  readonly createdAt: number
  readonly savedAt: number
  /** Grows with every saving; whoever saves onto another one than he knows is refused. */
  readonly revision: number
  readonly items: number
  readonly imports: number
  /** When it was last written into a project file; null: never. */
  readonly exportedAt: number | null
  /** Why it could not be opened when that was last tried; null: nothing known. */
  readonly damaged: string | null
}

/** A dated copy that was made by itself. */
export interface BackupEntry {
  readonly project: string
  readonly at: number
  readonly items: number
  readonly imports: number
}

/**
 * Why something could not be kept or opened; a key under `storage.reason` of the locale.
 * `missing`: no IndexedDB here, or it is refused. `full`: no room left on the disk. `blocked`: an old tab holds the store of an older version.
 * `newer`: written by a newer version of the app. `damaged`: what is stored does not agree with its fingerprint, or is no project.
 * `conflict`: another tab saved in between. `removed`: the project is gone. `failed`: the browser refused for another reason.
 */
export type StorageReason = 'missing' | 'full' | 'blocked' | 'newer' | 'damaged' | 'conflict' | 'removed' | 'failed'

/** The truth about what is kept: shown in the bar at all times. */
export type SaveState =
  /** What was kept is still being opened. */
  | { readonly kind: 'opening' }
  /** Nothing to keep yet. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: number }
  /** Changes stand in memory only; `detail` is the browser's word for it. */
  | { readonly kind: 'unsaved'; readonly reason: StorageReason; readonly detail: string }
