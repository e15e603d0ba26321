import { shortened } from '@refund-case/reports'
import type { Terminal } from '../terminal.js'

const wide = 24
const clear = '\r\u001B[2K'

/** A bar that is written over while something long goes on; nothing where nobody watches. */
export interface Bar {
  readonly show: (done: number, whole: number, text: string) => void
  readonly gone: () => void
}

export const barOn = (terminal: Terminal): Bar => ({
  show: (done, whole, text) => {
    if (!terminal.live) return
    const share = Math.min(1, Math.max(0, done / Math.max(1, whole)))
    const full = Math.round(wide * share)
    const line = `${'█'.repeat(full)}${'░'.repeat(wide - full)} ${String(Math.floor(share * 100)).padStart(3)} % ${text}`
    terminal.err(clear + shortened(line, Math.max(20, (terminal.columns ?? 80) - 1)))
  },
  gone: () => {
    if (terminal.live) terminal.err(clear)
  },
})
