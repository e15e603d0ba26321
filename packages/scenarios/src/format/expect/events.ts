import type { Instant } from '@refund-case/core'
import { isLeft, right } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { dutyEventData } from '../../codec/duty-forms.js'
import { accountEventData, caseEventData, formAt } from '../../codec/event-forms.js'
import { either } from '../../form/choices.js'
import { meaningProblem, reading, turned, type Form, type Read, type Scope } from '../../form/form.js'
import { list, map } from '../../form/lists.js'
import { anyId, anything, time, words } from '../../form/scalars.js'
import { under, type Pointer } from '../../source/pointer.js'

/** A field that must be just so. `absent`: it must not be there; `any`: it must, and nobody can know its id. */
export interface ExpectedField {
  /** `quote.amounts` */
  readonly at: string
  readonly form: Form<unknown>
  readonly value: { readonly is: 'absent' } | { readonly is: 'any' } | { readonly is: 'value'; readonly value: unknown }
}

export interface ExpectedEvent {
  readonly type: string
  readonly fields: ReadonlyArray<ExpectedField>
  /** Where it is not the time of the step. */
  readonly occurredAt?: Instant
}

const fieldKey = {
  pattern: /^[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*$/,
  says: 'a field, or the way to one such as quote.amounts',
}

/** Events of one kind of stream: each its type, or its type with fields. */
const expectedEvents = (data: ReadonlyMap<string, t.Mixed>): Form<ReadonlyArray<ExpectedEvent>> => {
  const types = [...data.keys()]
  const typeKey = { pattern: new RegExp(`^(?:${types.join('|')})$`), says: 'the type of an event' }
  const bare = turned(words(types), (type): ExpectedEvent => ({ type, fields: [] }))
  const withFields = reading(
    map(typeKey, map(fieldKey, anything), true),
    ([only], path, scope): Read<ExpectedEvent> => {
      const [type, written] = only ?? ['', []]
      const codec = data.get(type)
      if (codec === undefined || written.length === 0)
        return meaningProblem(under(path, type), `write just ${type} where no field is named`)
      const found: Array<ExpectedField> = []
      let occurredAt: Instant | undefined
      for (const [at, value] of written) {
        const place = under(under(path, type), at)
        if (at === 'occurredAt') {
          const instant = time.read(value, place, scope)
          if (isLeft(instant)) return asMeaning(instant)
          occurredAt = instant.right
          continue
        }
        const form = formAt(codec, at)
        if (form === undefined) return meaningProblem(place, `${type} has no ${at}`)
        const said = asSaid(form, value, place, scope)
        if (isLeft(said)) return said
        found.push({ at, form, value: said.right })
      }
      return right({ type, fields: found, ...(occurredAt === undefined ? {} : { occurredAt }) })
    },
  )
  return either([turned(words(['none']), (): ReadonlyArray<ExpectedEvent> => []), list(either([bare, withFields]))])
}

const asSaid = (form: Form<unknown>, value: unknown, place: Pointer, scope: Scope): Read<ExpectedField['value']> => {
  if (value === null) return right({ is: 'absent' })
  if (value === anyId && form.node.kind === 'caseAlias') return right({ is: 'any' })
  const read = form.read(value, place, scope)
  return isLeft(read) ? asMeaning(read) : right({ is: 'value', value: read.right })
}

const asMeaning = <A>(read: Read<A>): Read<A> =>
  isLeft(read) ? { ...read, left: read.left.map((problem) => ({ ...problem, stage: 'meaning' as const })) } : read

export const expectedCaseEvents = expectedEvents(caseEventData)
export const expectedDutyEvents = expectedEvents(dutyEventData)
export const expectedAccountEvents = expectedEvents(accountEventData)
