import { randomUUID } from 'node:crypto'

const heap = () => {
  globalThis.gc?.()
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 1e6
}

/** How much the heap has grown once so many events were appended, and once they were read. */
export const growth = async (store, events, fresh) => {
  const category = `grows${randomUUID().slice(0, 8)}`
  const lanes = Array.from({ length: 64 }, () => ({ stream: `${category}-${randomUUID()}`, last: 'no_stream' }))
  const rounds = Math.ceil(events / 64 / 16)
  const writeAll = async (count) => {
    await Promise.all(
      lanes.map(async (lane) => {
        for (let round = 0; round < count; round++) {
          const appended = await store.append(lane.stream, lane.last, Array.from({ length: 16 }, fresh))()
          lane.last = appended.right.revision
        }
      }),
    )
  }
  const readAll = async () => {
    let count = 0
    for await (const batch of store.readAll({ filter: { categories: [category] } })) count += batch.right.events.length
    return count
  }
  await writeAll(2)
  const before = heap()
  await writeAll(rounds)
  const afterWriting = heap()
  const count = await readAll()
  const afterReading = heap()
  const grown = `${(afterWriting - before).toFixed(1)} MB after appending, ${(afterReading - afterWriting).toFixed(1)} MB after reading`
  process.stdout.write(`memory, ${count} events                 ${grown}\n`)
}
