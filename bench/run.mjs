// npm run bench [-- --quick] [-- --only TEXT]: every measurement in fresh processes, in turn with its floor.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { measurements } from './measurements/index.mjs'
import { median, report } from './report.mjs'

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
})
const rounds = options.quick ? 1 : 5
const events = options.quick ? 50_000 : 200_000
const streamCounts = options.quick ? [20_000] : [2_000, 20_000, 200_000]
const OTHERWISE = 20_000

const asked = measurements.filter(({ name }) => name.includes(options.only))
const wanted = measurements.filter((each) => asked.includes(each) || asked.some(({ floor }) => floor === each))
const plan = wanted.flatMap((measurement) =>
  (measurement.byStreams ? streamCounts : [OTHERWISE]).map((streams) => ({ measurement, streams, results: [] })),
)

const script = fileURLToPath(new URL('measure.mjs', import.meta.url))
for (let round = 1; round <= rounds; round++) {
  for (const [index, { measurement, streams, results }] of plan.entries()) {
    if (process.stderr.isTTY)
      process.stderr.write(`\r\u001b[Kround ${round} of ${rounds}, ${index + 1} of ${plan.length}: ${measurement.name}`)
    const args = ['--expose-gc', '--max-old-space-size=4096', script, measurement.name, String(streams), String(events)]
    results.push(JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })))
  }
}
if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')

const rows = plan.map(({ measurement, streams, results }) => ({
  measurement,
  streams,
  perSecond: median(results.map(({ perSecond }) => perSecond)),
  least: Math.min(...results.map(({ perSecond }) => perSecond)),
  most: Math.max(...results.map(({ perSecond }) => perSecond)),
  megabytes: median(results.map(({ megabytes }) => megabytes)),
}))
process.stdout.write(`${report(rows, { rounds, events })}\n`)

// The store on a server is not measured beside a floor, but in pairs with the raw client.
if (options.only === '' || 'eventstore'.startsWith(options.only)) {
  const pairs = fileURLToPath(new URL('eventstore/pairs.mjs', import.meta.url))
  execFileSync(process.execPath, ['--expose-gc', pairs, ...(options.quick ? ['--quick'] : [])], { stdio: 'inherit' })
}
