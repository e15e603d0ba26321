/** What the shell is told. */
export const exitCodes = {
  /** Everything was as expected. */
  ok: 0,
  /** An expectation failed. */
  failed: 1,
  /** A bad file, or a command that nobody knows. */
  unusable: 2,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
