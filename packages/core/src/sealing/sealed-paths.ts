import { deriveGuard } from '../eventsourcing/codec/derive-guard.js'
import { pointerStep, type JsonPointer } from '../eventsourcing/json/json-pointer.js'
import { Sealed } from './sealed.js'

/** A sealed value, and its place in the data of its event. */
export interface SealedPlace {
  readonly path: JsonPointer
  readonly sealed: Sealed
}

/** Every sealed value in the data of an event, in the order in which they stand there. */
export const sealedPaths = (data: unknown): ReadonlyArray<SealedPlace> => [...places(data, '')]

const isSealed = deriveGuard(Sealed)

function* places(value: unknown, path: JsonPointer): Iterable<SealedPlace> {
  if (isSealed(value)) yield { path, sealed: value }
  else if (Array.isArray(value)) {
    for (const [index, element] of value.entries()) yield* places(element, path + pointerStep(index))
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) yield* places(part, path + pointerStep(name))
  }
}
