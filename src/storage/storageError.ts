import type { StorageReason } from '../model/project'

/** A failure of storage with its reason; `message` is for diagnostics and holds no data. */
export class StorageError extends Error {
  constructor(
    readonly reason: StorageReason,
    message: string,
  ) {
    super(message)
    this.name = 'StorageError'
  }
}

/** The error of a store in our words; one that has a reason keeps it. */
export function storageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error
  const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) }
  if (name === 'QuotaExceededError') return new StorageError('full', message)
  if (name === 'VersionError') return new StorageError('newer', message)
  return new StorageError('failed', `${name}: ${message}`)
}
