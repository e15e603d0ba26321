/** A file could not be read or written. */
export interface FileError {
  readonly kind: 'fileError'
  readonly code: 'FILE_UNAVAILABLE'
  /** What to do about it, in English. */
  readonly message: string
  /** Which file, and why: the system's code, such as `ENOSPC` or `EACCES`. */
  readonly facts: { readonly file: string; readonly reason: string }
}

/** The system's code of a failed call. */
export const reasonOf = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : 'unknown'

export const fileError = (file: string, thrown: unknown): FileError => {
  const reason = reasonOf(thrown)
  return {
    kind: 'fileError',
    code: 'FILE_UNAVAILABLE',
    message: `${file} could not be used (${reason}). Check that the disk has room and that this process may read and write there, then repeat.`,
    facts: { file, reason },
  }
}

/** Catches that there is no such file, and nothing else. */
export const nothingWhereMissing = (thrown: unknown): undefined => {
  if (reasonOf(thrown) !== 'ENOENT') throw thrown
}
