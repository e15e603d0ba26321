import { createHash } from 'node:crypto'
import { faultTables, handoverSheets, journals, ledgers, payoutLists, refundRegisters } from '@refund-case/core'
import { caseReader, decodedMonth } from '../month.mjs'

const sha256 = (text) => createHash('sha256').update(text).digest('hex')

// Five events a stream: 10,000, 100,000 and 1,000,000 events, over which it has to be flat.
const EVENTS_A_STREAM = 5
// So many are taken in all, by one projection after the other: few events would be over before they could be measured.
const LEAST_EVENTS = 400_000

const taking = (name, projection) => ({
  name: `projection · ${name}`,
  unit: 'events',
  byStreams: true,
  target: { perSecond: 2_000_000, spread: 1.5 },
  prepare: async ({ streams }) => {
    const events = await decodedMonth(streams * EVENTS_A_STREAM)
    const times = Math.max(1, Math.round(LEAST_EVENTS / events.length))
    return async () => {
      let projecting
      for (let time = 0; time < times; time++) {
        projecting = projection().begin()
        const reader = caseReader(projecting)
        for (const { event, place } of events) reader.take(event, place)
      }
      return { count: times * events.length, projecting }
    }
  },
})

/** A month of 100,000 cases whose rows leave memory as their cases are closed: what is left of it, and how fast. */
const closing = {
  name: 'month of 100,000 cases · rows through a sink',
  unit: 'events',
  target: {},
  prepare: async ({ streams }) => {
    const events = await decodedMonth(streams * EVENTS_A_STREAM * 13)
    return async () => {
      const projecting = ledgers({ sha256 }).begin()
      const reader = caseReader(projecting)
      let released = 0
      for (const [index, { event, place }] of events.entries()) {
        reader.take(event, place)
        if (index % 10_000 === 0) released += projecting.release().length
      }
      if (released === 0) throw new Error('No row has left.')
      return { count: events.length, projecting }
    }
  },
}

export const papers = [
  taking('handover sheets', handoverSheets),
  taking('fault tables', faultTables),
  taking('ledgers', () => ledgers({ sha256 })),
  taking('refund registers', refundRegisters),
  taking('payout lists', payoutLists),
  taking('journal', journals),
  closing,
]
