import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { JsonObject } from '../envelope.js'
import { jsonObjectCopy } from '../json/json-copy.js'
import type { Problem } from './problem.js'
import type { UpcastStep } from './event-registry.js'

/** The data of an event of version `from`, brought up to version `to` step by step; or what went wrong, at `/data`. */
export const upcast = (
  stepFrom: (version: number) => UpcastStep | undefined,
  from: number,
  to: number,
  data: JsonObject,
): Either<Problem, JsonObject> => {
  let current = data
  for (let version = from; version < to; version++) {
    const step = stepFrom(version)
    if (step === undefined) return failed(`no upcast from version ${version}`)
    const next = taken(step, version, current)
    if (isLeft(next)) return next
    current = next.right
  }
  return right(current)
}

const taken = (step: UpcastStep, version: number, data: JsonObject): Either<Problem, JsonObject> => {
  try {
    const next = step(data)
    if (isLeft(next)) return failed(next.left)
    const copy = jsonObjectCopy(next.right)
    return isLeft(copy) ? failed(`the upcast from version ${version} made something that is not JSON`) : copy
  } catch {
    // A step is a pure function of data that it may never have met. What it throws may hold that data.
    return failed(`the upcast from version ${version} threw`)
  }
}

const failed = (message: string): Either<Problem, never> => left({ path: '/data', message })
