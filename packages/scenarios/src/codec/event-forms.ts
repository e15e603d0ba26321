import { caseEvents, orderAccountEvents } from '@refund-case/core'
import type * as t from 'io-ts'
import { either } from '../form/choices.js'
import type { Form } from '../form/form.js'
import { words } from '../form/scalars.js'
import { anatomyOf } from './anatomy.js'
import { formOfCodec } from './codec-form.js'

export const byType = (events: ReadonlyArray<{ readonly eventType: string; readonly dataCodec: t.Mixed }>) =>
  new Map(events.map(({ eventType, dataCodec }) => [eventType, dataCodec]))

/** What the data of each event of a case is made of. */
export const caseEventData: ReadonlyMap<string, t.Mixed> = byType(caseEvents)
/** The same of an order account. */
export const accountEventData: ReadonlyMap<string, t.Mixed> = byType(orderAccountEvents)

/** What may stand at one place: more than one where the data comes in several shapes. */
const codecsAt = (codec: t.Mixed, steps: ReadonlyArray<string>): ReadonlyArray<t.Mixed> => {
  const [step, ...rest] = steps
  if (step === undefined) return [codec]
  const anatomy = anatomyOf(codec)
  switch (anatomy.kind) {
    case 'fields': {
      const field = anatomy.fields.get(step)
      return field === undefined ? [] : codecsAt(field.codec, rest)
    }
    case 'list':
      return /^(?:0|[1-9]\d*)$/.test(step) ? codecsAt(anatomy.item, rest) : []
    case 'record':
      return codecsAt(anatomy.value, rest)
    case 'union':
      return [...new Set(anatomy.members.flatMap((member) => codecsAt(member, steps)))]
    default:
      return []
  }
}

/** The codec of one place, where there is just one. */
export const codecAt = (data: t.Mixed | undefined, path: string): t.Mixed | undefined => {
  const codecs = data === undefined ? [] : codecsAt(data, path.split('.'))
  return codecs.length === 1 ? codecs[0] : undefined
}

/** How the value at a place of an event's data is written (`quote.amounts`), or none where there is no such place. */
export const formAt = (data: t.Mixed, path: string): Form<unknown> | undefined => {
  const codecs = codecsAt(data, path.split('.'))
  const [only, ...others] = codecs
  if (only === undefined) return undefined
  if (others.length === 0) return formOfCodec(only)
  const lists = codecs.map(anatomyOf)
  const all = lists.flatMap((anatomy) => (anatomy.kind === 'words' ? anatomy.words : []))
  return lists.every(({ kind }) => kind === 'words') ? words(all) : either(codecs.map(formOfCodec))
}
