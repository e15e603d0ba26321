/** Where a command writes to, and what can be shown there. */
export interface Terminal {
  /** What was asked for. */
  readonly out: (text: string) => void
  /** What went wrong, and progress. */
  readonly err: (text: string) => void
  /** Whether colours may be used. */
  readonly colour: boolean
  /** Whether somebody watches, so that a line of progress may be written over. */
  readonly live: boolean
  /** How wide it is, where it is known. */
  readonly columns: number | undefined
  /** The variables that the program was started with. */
  readonly environment: Environment
}

/** The variables that a process is started with. */
export type Environment = { readonly [name: string]: string | undefined }

/** Colours on a terminal only, and never where NO_COLOR (any text but none) or TERM=dumb asks for none. */
export const wantsColour = (isTerminal: boolean, environment: Environment): boolean =>
  isTerminal && (environment['NO_COLOR'] ?? '') === '' && environment['TERM'] !== 'dumb'

interface Stream {
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
  readonly write: (text: string) => unknown
}

export const terminalOf = (out: Stream, err: Stream, environment: Environment): Terminal => ({
  out: (text) => {
    out.write(text)
  },
  err: (text) => {
    err.write(text)
  },
  colour: wantsColour(out.isTTY === true, environment),
  live: out.isTTY === true && err.isTTY === true && environment['TERM'] !== 'dumb',
  columns: out.isTTY === true ? out.columns : undefined,
  environment,
})
