import type * as t from 'io-ts'
import { anatomyOf, type Anatomy, type Fields } from '../eventsourcing/codec/anatomy.js'
import { deriveGuard } from '../eventsourcing/codec/derive-guard.js'
import { pointerStep, type JsonPointer } from '../eventsourcing/json/json-pointer.js'
import type { StreamName } from '../eventsourcing/stream-name.js'
import { associatedDataOf } from './associated-data.js'
import { FreeTextCodec } from './free-text.js'
import { hasFreeText } from './has-free-text.js'
import type { Sealed } from './sealed.js'
import type { Sealing } from './sealing.js'
import type { Sealer } from './vault.js'

/**
 * The decoded command with every free text sealed for its place in `stream`. What holds no free text is handed on as it
 * is, not copied; the command itself is not changed.
 */
export function sealFields<Command>(
  codec: t.Type<Command, unknown>,
  command: Command,
  sealer: Sealer,
  stream: StreamName,
): Sealing<Command>
// The walk follows the codec of Command, and replaces what Sealing replaces in its type: TypeScript sees no link.
export function sealFields(codec: t.Mixed, command: unknown, sealer: Sealer, stream: StreamName): unknown {
  return walkOf(codec)(command, '', (text, path) => sealer(text, associatedDataOf(stream, path)))
}

type SealAt = (text: string, path: JsonPointer) => Sealed
type Walk = (value: unknown, path: JsonPointer, seal: SealAt) => unknown

const known = new WeakMap<t.Mixed, Walk>()

const walkOf = (codec: t.Mixed): Walk => {
  const found = known.get(codec)
  if (found !== undefined) return found
  const walk = deriveWalk(codec)
  known.set(codec, walk)
  return walk
}

const deriveWalk = (codec: t.Mixed): Walk => {
  if (codec instanceof FreeTextCodec)
    return (value, path, seal) => (typeof value === 'string' ? seal(value, path) : value)
  return hasFreeText(codec) ? walkInto(anatomyOf(codec)) : asItIs
}

const asItIs: Walk = (value) => value

const walkInto = (anatomy: Anatomy): Walk => {
  switch (anatomy.kind) {
    case 'fields':
      return fieldsWalk(anatomy.fields)
    case 'list': {
      const item = walkOf(anatomy.item)
      return elementsWalk(() => item)
    }
    case 'tuple': {
      const items = anatomy.items.map(walkOf)
      return elementsWalk((index) => items[index] ?? asItIs)
    }
    case 'dictionary': {
      const entry = walkOf(anatomy.value)
      return (value, path, seal) =>
        isObject(value)
          ? Object.fromEntries(
              Object.entries(value).map(([name, part]) => [name, entry(part, path + pointerStep(name), seal)]),
            )
          : value
    }
    case 'union': {
      const members = anatomy.members.map((member) => ({ accepts: deriveGuard(member), walk: walkOf(member) }))
      return (value, path, seal) => (members.find(({ accepts }) => accepts(value))?.walk ?? asItIs)(value, path, seal)
    }
    case 'refined':
      return walkInto(anatomy.base)
    case 'recursive':
      // Its definition names the codec itself: look inside when the first value comes.
      return (value, path, seal) => walkOf(anatomy.definition())(value, path, seal)
    default:
      return asItIs
  }
}

const fieldsWalk = (fields: Fields): Walk => {
  const texts = [...fields].flatMap(([name, { codecs }]) => {
    const codec = codecs.find(hasFreeText)
    return codec === undefined ? [] : [{ name, walk: walkOf(codec), step: pointerStep(name) }]
  })
  return (value, path, seal) => {
    if (!isObject(value)) return value
    const copy: { [name: string]: unknown } = { ...value }
    for (const { name, walk, step } of texts) {
      if (copy[name] !== undefined) copy[name] = walk(copy[name], path + step, seal)
    }
    return copy
  }
}

const elementsWalk =
  (walkAt: (index: number) => Walk): Walk =>
  (value, path, seal) =>
    Array.isArray(value)
      ? value.map((element: unknown, index) => walkAt(index)(element, path + pointerStep(index), seal))
      : value

const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
