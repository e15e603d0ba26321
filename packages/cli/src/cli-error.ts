/** Why a command could not begin: a code for scripts, and a sentence that says what to do. It holds no secret. */
export interface CliError {
  readonly code: string
  readonly message: string
}

export const cliError = (code: string, message: string): CliError => ({ code, message })
