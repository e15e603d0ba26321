import { adoptParsed, caseKind, caseStream, decodeRecorded } from '@refund-case/core'
import { isLeft } from 'fp-ts/lib/Either.js'
import { runS1, s1Service } from '../s1.mjs'

const recordedCase = async () => {
  const service = s1Service()
  const caseId = await runS1(service, 'TK-1')
  const slice = await service.store.readStream(caseStream(caseId))()
  if (isLeft(slice)) throw new Error(slice.left.message)
  return slice.right.events
}

const decoded = (recorded) => {
  const event = decodeRecorded(caseKind.registry, recorded)
  if (isLeft(event)) throw new Error(JSON.stringify(event.left))
  return event.right
}

const parse = {
  name: 'parse a stored event · floor',
  unit: 'events',
  prepare: async ({ events }) => {
    const texts = (await recordedCase()).map(({ envelope }) => JSON.stringify(envelope))
    return async () => {
      let fields = 0
      for (let index = 0; index < events; index++) fields += JSON.parse(texts[index % texts.length]).schemaVersion
      return fields > 0 ? events : 0
    }
  },
}

/** From bytes, as a server hands events out: parsed, found to be what its codec says, and frozen. */
const decode = {
  name: 'parse and decode a stored event',
  unit: 'events',
  floor: parse,
  target: { ofFloor: 0.71 },
  prepare: async ({ events }) => {
    const stored = (await recordedCase()).map(({ stream, revision, envelope }) => ({
      stream,
      revision,
      text: JSON.stringify(envelope),
    }))
    return async () => {
      let revisions = 0
      for (let index = 0; index < events; index++) {
        const { stream, revision, text } = stored[index % stored.length]
        const envelope = adoptParsed(JSON.parse(text))
        if (isLeft(envelope)) throw new Error(JSON.stringify(envelope.left))
        revisions += decoded({ stream, revision, envelope: envelope.right }).meta.revision + 1
      }
      return revisions > 0 ? events : 0
    }
  },
}

/** The guard of the data alone: what decoding costs beside reading, copying and freezing. */
const guard = {
  name: 'parse and guard the data of an event',
  unit: 'events',
  floor: parse,
  target: { ofFloor: 0.71 },
  prepare: async ({ events }) => {
    const texts = (await recordedCase()).map(({ envelope }) => JSON.stringify(envelope))
    return async () => {
      let accepted = 0
      for (let index = 0; index < events; index++) {
        const event = JSON.parse(texts[index % texts.length])
        if (caseKind.registry.entryOf(event.type)?.admits(event)) accepted++
      }
      if (accepted !== events) throw new Error('An event of the case was not admitted.')
      return accepted
    }
  },
}

const fold = {
  name: 'fold of a case',
  unit: 'events',
  target: { perSecond: 1_000_000 },
  prepare: async ({ events: wanted }) => {
    const events = (await recordedCase()).map(decoded)
    const times = Math.ceil(wanted / events.length)
    return async () => {
      let revisions = 0
      for (let time = 0; time < times; time++) {
        let state = caseKind.initial
        for (const event of events) state = caseKind.evolve(state, event)
        revisions += state.revision
      }
      return revisions > 0 ? times * events.length : 0
    }
  },
}

export const theCase = [parse, decode, guard, fold]
