import type { CaseActor } from '@refund-case/core'
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Person, Somebody } from './people.js'
import type { ActorFields } from './step-types.js'

type People = ReadonlyMap<string, Person>

const personOf = (people: People, said: Somebody | string): Either<string, Somebody> => {
  if (typeof said !== 'string') return right(said)
  const person = people.get(said)
  return person === undefined
    ? left(`nobody is called ${said}: name them under people`)
    : right({ id: person.id, role: person.role })
}

/** Who acts, from what a step says; or why that is nobody. */
export const actorOf = (
  people: People,
  { by, actor, role, onBehalfOf }: ActorFields,
): Either<string, CaseActor | undefined> => {
  const named = by === undefined ? undefined : people.get(by)
  if (by !== undefined && named === undefined) return left(`nobody is called ${by}: name them under people`)
  const id = named?.id ?? actor
  const as = role ?? named?.role
  if (id === undefined || as === undefined) return right(undefined)
  const said = onBehalfOf ?? named?.onBehalfOf
  if (said === undefined) return right({ id, role: as })
  const other = personOf(people, said)
  return isLeft(other) ? other : right({ id, role: as, onBehalfOf: other.right })
}
