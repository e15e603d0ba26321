import { LocalDate } from '../calendar/index.js'
import type { Shift } from '../desk-plan/index.js'
import { streamName, type StreamName } from '../eventsourcing/stream-name.js'

/** What names one duty shift: its desk, the day it starts, and its name in the roster. */
export type ShiftId = Pick<Shift, 'desk' | 'date' | 'shift'>

export const shiftStream = ({ desk, date, shift }: ShiftId): StreamName =>
  streamName('shift', `${desk}-${date}-${shift}`)

// The name of a shift holds no `-`, and a date always is ten characters: the rest is the desk's.
const STREAM = /^shift-(.+)-(\d{4}-\d\d-\d\d)-([^-]+)$/u

/** Which shift a stream is of; none where it is no shift's. */
export const shiftOfStream = (stream: StreamName): ShiftId | undefined => {
  const [, desk, date, shift] = STREAM.exec(stream) ?? []
  return desk === undefined || !LocalDate.is(date) || shift === undefined ? undefined : { desk, date, shift }
}
