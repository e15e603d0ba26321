import type { Envelope, RecordedEvent, StreamName } from '@refund-case/core'
import { isRight } from 'fp-ts/lib/Either.js'
import { same } from './same.js'
import { conflictIn, event, events, type Scene } from './scene.js'
import { storeCase, type StoreCaseGroup } from './store-case.js'

// A store may also forbid it by freezing what it hands out.
const tryTo = (change: () => void): void => {
  try {
    change()
  } catch {
    // Then nothing was changed.
  }
}

/** An envelope as a caller has it who does not know that it is read-only. */
interface LooseEnvelope {
  id: string
  actor: { id: string }
  data: { [name: string]: unknown }
}

const vandaliseEnvelope = (envelope: Envelope): void => {
  const loose: LooseEnvelope = envelope
  const lines = loose.data['lines']
  for (const change of [
    () => (loose.id = 'changed'),
    () => (loose.actor.id = 'somebody else'),
    () => (loose.data['amount'] = 1),
    () => delete loose.data['amount'],
    () => Array.isArray(lines) && (lines[0] = 'changed'),
    () => Array.isArray(lines) && lines.push('added'),
    () => void Object.setPrototypeOf(loose, { forged: true }),
    () => (loose.data = {}),
  ])
    tryTo(change)
}

interface LooseEvent {
  revision: number
  position: unknown
  envelope: Envelope
}

const vandalise = (recorded: ReadonlyArray<RecordedEvent>): void => {
  for (const each of recorded) {
    const loose: LooseEvent = each
    vandaliseEnvelope(loose.envelope)
    for (const change of [
      () => (loose.revision = 99),
      () => (loose.position = '99'),
      () => Object.defineProperty(loose, 'stream', { value: 'other-1' }),
      () => (loose.envelope = event()),
    ])
      tryTo(change)
  }
  tryTo(() => Array.isArray(recorded) && recorded.splice(0, 1, event()))
}

/** The same event twice, with no object in common. */
const twins = (): readonly [Envelope, Envelope] => {
  const base = event()
  const twin = (): Envelope => ({
    ...base,
    actor: { id: 'li', role: 'customerService' },
    restedOn: { 'policyBook-cn': 3 },
    data: { lines: [{ lineNo: 1 }, 'two'], amount: 12_345 },
  })
  return [twin(), twin()]
}

export const keepingHistory: StoreCaseGroup = {
  name: 'history',
  cases: [
    storeCase('is what was handed in, to the last field', async (scene) => {
      const stream = scene.stream()
      const stored = [
        event({
          command: { key: 'k', fingerprint: 'v1.00' },
          restedOn: { 'policyBook-cn': 3, 'workCalendar-cn': 'no_stream' },
        }),
        event({ actor: { id: 'li', role: 'customerService', onBehalfOf: { id: 'court-1', role: 'court' } } }),
        event({
          data: {
            text: '退款 \u0000 \u2028 😀',
            nested: { list: [[], {}, null, false, 0, 1e-7, 1e21] },
            ['']: 'empty',
          },
        }),
        event({ data: {} }),
      ]
      await scene.write(stream, 'no_stream', stored)
      same(await envelopesIn(scene, stream), stored, 'what was read')
    }),

    storeCase('does not change with the objects that were handed in', async (scene) => {
      const stream = scene.stream()
      const [[a, sameAsA], [b, sameAsB]] = [twins(), twins()]
      const batch = [a, b]
      await scene.write(stream, 'no_stream', batch)
      batch.forEach(vandaliseEnvelope)
      batch.splice(0, 1, event())
      same(await envelopesIn(scene, stream), [sameAsA, sameAsB], 'what was read after they were changed')
    }),

    storeCase('does not change with anything that was read', async (scene) => {
      const stream = scene.stream()
      const [[a, sameAsA], [b, sameAsB]] = [twins(), twins()]
      await scene.write(stream, 'no_stream', [a, b])
      const places = async () =>
        (await scene.read(stream)).events.map((each) => [each.stream, each.revision, each.position])
      const before = await places()
      vandalise((await scene.read(stream)).events)
      vandalise((await scene.read(stream, { direction: 'backwards' })).events)
      vandalise(conflictIn(await scene.append(stream, 'no_stream', events(1))).missed)
      for await (const part of scene.store.readAll({ filter: { categories: [scene.category] } }))
        if (isRight(part)) vandalise(part.right.events)
      same(await envelopesIn(scene, stream), [sameAsA, sameAsB], 'what was read after it was changed')
      same(await places(), before, 'where it stands after it was changed')
    }),
  ],
}

const envelopesIn = async (scene: Scene, stream: StreamName): Promise<ReadonlyArray<Envelope>> =>
  (await scene.read(stream)).events.map(({ envelope }) => envelope)
