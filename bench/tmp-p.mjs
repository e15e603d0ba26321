import { decodedMonth, caseReader } from './month.mjs'
import { handoverSheets, ledgers, payoutLists, journals, refundRegisters } from '@refund-case/core'
import { createHash } from 'node:crypto'
const sha256 = (text) => createHash('sha256').update(text).digest('hex')
const all = { handoverSheets, ledgers: () => ledgers({ sha256 }), payoutLists, journals, refundRegisters }
const events = await decodedMonth(+(process.env.N ?? 100000))
const cpu = () => process.cpuUsage().user / 1000
for (const name of process.argv.slice(2))
  for (let i = 0; i < 6; i++) {
    globalThis.gc?.()
    const p = all[name]().begin()
    const r = caseReader(p)
    const t = cpu()
    for (const { event, place } of events) r.take(event, place)
    console.log(name, Math.round(events.length / (cpu() - t)))
  }
for (let i = 0; i < 4; i++) {
  const t0 = cpu()
  const m = new Map()
  for (const { event, place } of events) {
    const c = m.get(place.stream)
    if (c === undefined) m.set(place.stream, { n: 1, at: event.meta.occurredAt })
    else {
      c.n++
      c.at = event.meta.occurredAt
    }
  }
  console.log('floor', Math.round(events.length / (cpu() - t0)))
}
