// A month of refunds as decoded events in their global order, as a projection takes them: S1 told again and again, the
// cases spread over thirty days, each a week long.
import { caseKind, caseStream, decodeRecorded, nearestInstant, positionAt, streamName } from '@refund-case/core'
import { isLeft } from 'fp-ts/lib/Either.js'
import { runS1, s1Service } from './s1.mjs'

const START = Date.parse('2026-06-01T00:00:00Z')
const DAY = 86_400_000

const storyOfS1 = async () => {
  const service = s1Service()
  const caseId = await runS1(service, 'TK-1')
  const slice = await service.store.readStream(caseStream(caseId))()
  if (isLeft(slice)) throw new Error(slice.left.message)
  const told = slice.right.events.map((recorded) => {
    const event = decodeRecorded(caseKind.registry, recorded)
    if (isLeft(event)) throw new Error(JSON.stringify(event.left))
    return event.right
  })
  const last = told.at(-1)
  const closed = { ...last, type: 'Closed', data: { outcome: 'paid', archive: [] } }
  return [...told, { ...closed, meta: { ...last.meta, revision: last.meta.revision + 1 } }]
}

// As it comes out of a store: one flat text, not the parts it was put together from.
const asRead = (text) => JSON.parse(JSON.stringify(text))

// Field by field: a spread would give each event a shape of its own, which nothing out of a store has.
const moved = ({ type, data, meta: { id, revision, actor, command } }, occurredAt) => ({
  type,
  data,
  meta: { id, revision, occurredAt, actor, command },
})

/** So many events, with their places. Nothing is shared between cases but what stands in the data of their events. */
export const decodedMonth = async (count) => {
  const story = await storyOfS1()
  const cases = Math.ceil(count / story.length)
  const happened = []
  for (let no = 0; no < cases; no++) {
    const stream = asRead(streamName('refundCase', `00000000-0000-5000-8000-${no.toString(16).padStart(12, '0')}`))
    const begun = START + Math.floor((no / cases) * 30 * DAY)
    for (const [index, event] of story.entries()) {
      const at = begun + Math.floor((index / story.length) * 7 * DAY) + (no % 1_000)
      happened.push({ at, stream, event })
    }
  }
  happened.sort((a, b) => a.at - b.at)
  return happened.slice(0, count).map(({ at, stream, event }, index) => ({
    event: moved(event, asRead(nearestInstant(at))),
    place: { stream, position: positionAt(index + 1) },
  }))
}

/** The reader that a projection has for the events of cases. */
export const caseReader = (projecting) => projecting.reads.find(({ category }) => category === caseKind.category)
