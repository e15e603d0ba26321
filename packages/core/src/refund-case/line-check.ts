import { right, type Either } from 'fp-ts/lib/Either.js'
import type { Refusal } from '../eventsourcing/refusal.js'
import { refuse } from './refuse.js'
import type { RefundCase } from './state.js'

/** LINE_REPEATED where a line stands twice. */
export const linesOnce = (lines: ReadonlyArray<{ readonly lineNo: number }>): Either<Refusal, true> => {
  const seen = new Set<number>()
  for (const { lineNo } of lines) {
    if (seen.has(lineNo)) return refuse('LINE_REPEATED', '§6', { lineNo })
    seen.add(lineNo)
  }
  return right(true)
}

/** LINE_NOT_OF_CASE or QUANTITY_EXCEEDS where goods are named that the case does not ask for. */
export const linesFit = (
  state: RefundCase,
  lines: ReadonlyArray<{ readonly lineNo: number; readonly quantity: number }>,
): Either<Refusal, true> => {
  if (lines.length === 0) return refuse('LINES_MISSING', 'IN2', {})
  for (const { lineNo, quantity } of lines) {
    const asked = state.lines.find((line) => line.lineNo === lineNo)
    if (asked === undefined)
      return refuse('LINE_NOT_OF_CASE', '§3', { lineNo, lines: state.lines.map((l) => l.lineNo) })
    if (quantity > asked.quantity)
      return refuse('QUANTITY_EXCEEDS', '§3', { lineNo, asked: quantity, free: asked.quantity })
  }
  return linesOnce(lines)
}
