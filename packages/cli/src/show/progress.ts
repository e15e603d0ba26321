import type { Audience } from '../playing.js'
import type { Terminal } from '../terminal.js'
import { shortened } from '@refund-case/reports'

const bar = 24
const clear = '\r\u001B[2K'

export interface Progress {
  /** Told of each play of the file that comes next. */
  readonly of: (name: string, index: number) => Audience
  /** Takes the line away again. */
  readonly gone: () => void
}

/** One line that is written over while files are played; nothing where nobody watches. */
export const progressOn = (terminal: Terminal, files: number): Progress => {
  const draw = (index: number, text: string) => {
    if (!terminal.live) return
    const done = Math.round((bar * index) / Math.max(1, files))
    const line = `${'█'.repeat(done)}${'░'.repeat(bar - done)} ${index + 1}/${files} ${text}`
    terminal.err(clear + shortened(line, Math.max(20, (terminal.columns ?? 80) - 1)))
  }
  return {
    of: (name, index) => ({
      begins: (play) => draw(index, play.name === name ? name : `${name} · ${play.name}`),
      step: (play, step) => draw(index, `${name} · ${play.name} ${step.no}/${play.steps.length}`),
      ends: () => undefined,
    }),
    gone: () => {
      if (terminal.live) terminal.err(clear)
    },
  }
}
