// One measurement in a process of its own: node --expose-gc measure.mjs NAME STREAMS EVENTS, answered as JSON.
import { measurements } from './measurements/index.mjs'

const [name, streams, events] = process.argv.slice(2)
const { prepare } = measurements.find((measurement) => measurement.name === name)

const collect = () => {
  // Twice: what the first one finalised is free only after the second.
  globalThis.gc()
  globalThis.gc()
}

const warmUp = await prepare({ streams: 1_000, events: 20_000 })
await warmUp()

const run = await prepare({ streams: Number(streams), events: Number(events) })
collect()
const before = process.memoryUsage().heapUsed
const start = performance.now()
const result = await run()
const seconds = (performance.now() - start) / 1_000
collect()
const megabytes = (process.memoryUsage().heapUsed - before) / 1e6

// A run that answers with something to keep is measured with it; one that has looked itself says what it held at most.
const { count, megabytes: most = megabytes } = typeof result === 'object' ? result : { count: result }
process.stdout.write(JSON.stringify({ perSecond: count / seconds, megabytes: most }))
