import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { Instant } from '../calendar/index.js'
import {
  deriveCopy,
  deriveGuard,
  parseWith,
  problemText,
  type Malformed,
  type Refusal,
} from '../eventsourcing/index.js'
import { writeCanonical } from '../eventsourcing/json/canonical-json.js'
import { OrderFacts } from '../order-account/index.js'
import {
  commandFields,
  commandNames,
  type ActName,
  type CaseActor,
  type CommandName,
  type FieldsOf,
} from '../refund-case/index.js'
import { PersonId, Reference, Role, Uuid } from '../vocabulary/index.js'

/** A command as it was decoded. */
export interface Decoded<Name extends CommandName> {
  readonly key: string | undefined
  readonly correlationId: string | undefined
  readonly fields: FieldsOf<Name>
  /** The canonical JSON of the fields. */
  readonly text: string
}

const malformed =
  (at: string) =>
  ({ problems }: Malformed): Either<Refusal, never> =>
    left({
      kind: 'refusal',
      code: 'MALFORMED_COMMAND',
      rule: '§2',
      facts: { problems: problems.map(({ path, message }) => problemText({ path: `${at}${path}`, message })) },
    })

export const parsedAt = <A>(parsed: Either<Malformed, A>, at = ''): Either<Refusal, A> =>
  isLeft(parsed) ? malformed(at)(parsed.left) : parsed

const parserOf = <Name extends CommandName>(name: Name): ((value: unknown) => Either<Malformed, FieldsOf<Name>>) =>
  parseWith(commandFields[name])

/** What every command may carry besides its fields. */
export const frame = { key: Reference, correlationId: Uuid }
const parseFrame = parseWith(t.exact(t.partial(frame)))
const parseCaseFrame = parseWith(t.exact(t.intersection([t.type({ caseId: Uuid }), t.partial(frame)])))

const isKey = deriveGuard(t.union([Reference, t.undefined]))
const isCorrelation = deriveGuard(t.union([Uuid, t.undefined]))
const isCaseId = deriveGuard(Uuid)

/**
 * A command that needs no explanation, in one look at it: undefined for what is malformed, or odd, which is then looked
 * at again, part by part.
 */
const plainly = <Name extends CommandName>(
  name: Name,
  body: unknown,
): (Decoded<Name> & { readonly caseId: unknown }) | undefined => {
  try {
    if (typeof body !== 'object' || body === null) return undefined
    const { key, correlationId, caseId }: { key?: unknown; correlationId?: unknown; caseId?: unknown } = body
    if (!isKey(key) || !isCorrelation(correlationId)) return undefined
    const besides = (key === undefined ? 0 : 1) + (correlationId === undefined ? 0 : 1) + (caseId === undefined ? 0 : 1)
    const copy = deriveCopy(commandFields[name])(body, besides)
    return copy === undefined ? undefined : { key, correlationId, caseId, fields: copy.value, text: copy.text }
  } catch {
    return undefined
  }
}

/** Each field is read once, whatever the object does to its readers; what is in them is looked at afterwards. */
export const fieldsOf = (body: unknown): Either<Refusal, { readonly [name: string]: unknown }> => {
  const notAnObject = malformed('')({ kind: 'malformed', problems: [{ path: '', message: 'expected an object' }] })
  if (typeof body !== 'object' || body === null) return notAnObject
  try {
    return Array.isArray(body) ? notAnObject : right({ ...body })
  } catch {
    return malformed('')({ kind: 'malformed', problems: [{ path: '', message: 'expected plain JSON' }] })
  }
}

/** A request, or what is wrong with it by path. Actor, time and order facts are no part of it. */
export const decodeRequest = (body: unknown): Either<Refusal, Decoded<'request'>> => {
  const plain = plainly('request', body)
  if (plain !== undefined && plain.caseId === undefined) return right(plain)
  const object = fieldsOf(body)
  if (isLeft(object)) return object
  const { key, correlationId, ...rest } = object.right
  const framed = parsedAt(parseFrame({ key, correlationId }))
  if (isLeft(framed)) return framed
  const fields = parsedAt(parserOf('request')(rest))
  return isLeft(fields)
    ? fields
    : right({
        key: framed.right.key,
        correlationId: framed.right.correlationId,
        fields: fields.right,
        text: writeCanonical(fields.right),
      })
}

/** Any other command on a case, or what is wrong with it by path. */
export const decodeAct = <Name extends ActName>(
  name: Name,
  body: unknown,
): Either<Refusal, Decoded<Name> & { readonly caseId: string }> => {
  const plain = plainly(name, body)
  if (plain !== undefined && isCaseId(plain.caseId)) {
    const { caseId, key, correlationId, fields, text } = plain
    return right({ caseId, key, correlationId, fields, text })
  }
  const object = fieldsOf(body)
  if (isLeft(object)) return object
  const { key, correlationId, caseId, ...rest } = object.right
  const framed = parsedAt(parseCaseFrame({ key, correlationId, caseId }))
  if (isLeft(framed)) return framed
  const fields = parsedAt(parserOf(name)(rest))
  return isLeft(fields)
    ? fields
    : right({
        caseId: framed.right.caseId,
        key: framed.right.key,
        correlationId: framed.right.correlationId,
        fields: fields.right,
        text: writeCanonical(fields.right),
      })
}

export const isCommandName = (name: string): name is CommandName => commandNames.some((known) => known === name)

const parseActor = parseWith(
  t.readonly(
    t.exact(
      t.intersection([
        t.type({ id: PersonId, role: Role }),
        t.partial({ onBehalfOf: t.readonly(t.strict({ id: PersonId, role: Role })) }),
      ]),
    ),
  ),
)

/** Who acts: an argument of every call, checked like everything that comes from outside. */
export const decodeActor = (actor: unknown): Either<Refusal, CaseActor> => parsedAt(parseActor(actor), '/actor')

const parseOrder = parseWith(OrderFacts)
export const decodeOrder = (order: unknown): Either<Refusal, OrderFacts> => parsedAt(parseOrder(order), '/order')

const parseInterval = parseWith(t.strict({ from: Instant, to: Instant }))

/** A half-open interval [from, to) of a question about time. */
export const decodeInterval = (interval: unknown): Either<Refusal, { readonly from: Instant; readonly to: Instant }> =>
  parsedAt(parseInterval(interval))
