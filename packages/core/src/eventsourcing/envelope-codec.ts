import * as t from 'io-ts'
import { Instant } from '../calendar/index.js'
import type { Actor, CommandMark, Envelope, JsonObject } from './envelope.js'

const text = (name: string, fits: (text: string) => boolean) => t.refinement(t.string, fits, name)

const NonEmpty = text('a text that is not empty', (value) => value.length > 0)
const Hash = text('a SHA-256 in lower-case hex', (value) => /^[0-9a-f]{64}$/.test(value))
const whole = (name: string, least: number) =>
  t.refinement(t.number, (value) => Number.isSafeInteger(value) && value >= least, name)

const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

// What is inside is JSON by then; what it means is for the codec of its type to say.
const Data = new t.Type<JsonObject>(
  'an object',
  isJsonObject,
  (value, context) => (isJsonObject(value) ? t.success(value) : t.failure(value, context)),
  t.identity,
)

const Person = t.type({ id: NonEmpty, role: NonEmpty })
const ActorCodec: t.Type<Actor, unknown> = t.exact(t.intersection([Person, t.partial({ onBehalfOf: t.exact(Person) })]))
const CommandMarkCodec: t.Type<CommandMark, unknown> = t.strict({ key: t.string, fingerprint: t.string })
const Revisions: t.Type<Envelope['restedOn'], unknown> = t.record(
  t.string,
  t.union([whole('a whole number from 0', 0), t.literal('no_stream')]),
)

/** An envelope that was read as JSON. */
export const EnvelopeCodec: t.Type<Envelope, unknown> = t.readonly(
  t.exact(
    t.intersection([
      t.type({
        id: NonEmpty,
        type: NonEmpty,
        schemaVersion: whole('a whole number from 1', 1),
        occurredAt: Instant,
        actor: ActorCodec,
        correlationId: NonEmpty,
        causationId: NonEmpty,
        restedOn: Revisions,
        data: Data,
        previousHash: Hash,
        hash: Hash,
      }),
      t.partial({ command: CommandMarkCodec }),
    ]),
  ),
  'Envelope',
)
