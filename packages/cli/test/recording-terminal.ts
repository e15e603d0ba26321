import type { Terminal } from '../src/terminal.js'

/** A terminal that keeps what was written to it. */
export const recordingTerminal = (
  shape: Partial<Pick<Terminal, 'colour' | 'live' | 'columns' | 'environment'>> = {},
) => {
  const said = { out: '', err: '' }
  const terminal: Terminal = {
    out: (text) => {
      said.out += text
    },
    err: (text) => {
      said.err += text
    },
    colour: false,
    live: false,
    columns: undefined,
    environment: {},
    ...shape,
  }
  return { terminal, said }
}
