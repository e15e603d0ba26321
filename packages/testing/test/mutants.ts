import {
  refundService,
  type Envelope,
  type EventStore,
  type RefundService,
  type ServiceOptions,
} from '@refund-case/core'
import { memoryStore } from '@refund-case/store-memory'
import { isLeft } from 'fp-ts/lib/Either.js'
import type { RuleOptions } from '../src/index.js'

// Shops in which one thing is wrong: what a rule must notice.

type Fields = { readonly [field: string]: unknown }

/** A store that writes other events than it was handed. */
export const storing = (change: (event: Envelope) => Envelope): RuleOptions => ({
  store: (clock): EventStore => {
    const store = memoryStore({ clock })
    return { ...store, append: (stream, expected, events) => store.append(stream, expected, events.map(change)) }
  },
})

/** The data of events of one type changed on their way into the store. */
export const storingAs = (type: string, change: (data: Envelope['data']) => Envelope['data']): RuleOptions =>
  storing((event) => (event.type === type ? { ...event, data: change(event.data) } : event))

type Execute = RefundService['execute']

/** A service that answers some commands in its own way. */
export const serving = (change: (execute: Execute, service: RefundService) => Execute): RuleOptions => ({
  service: (options: ServiceOptions) => {
    const service = refundService(options)
    return { ...service, execute: change(service.execute, service) }
  },
})

/** A service that hands on other fields than it was given. */
export const passing = (change: (name: string, body: Fields) => Fields): RuleOptions =>
  serving((execute) => (actor, name, body, order) => {
    const fields: Fields = typeof body === 'object' && body !== null ? { ...body } : {}
    return execute(actor, name, change(name, fields), order)
  })

/** A service that makes a note in the case whenever it refuses something. */
export const notingRefusals = serving((execute) => (actor, name, body, order) => async () => {
  const answer = await execute(actor, name, body, order)()
  const fields: Fields = typeof body === 'object' && body !== null ? { ...body } : {}
  if (isLeft(answer) && typeof fields['caseId'] === 'string')
    await execute({ id: 'service', role: 'system' }, 'note', {
      caseId: fields['caseId'],
      channel: 'offline',
      direction: 'internal',
      text: '§refused',
    })()
  return answer
})
