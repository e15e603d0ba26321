import { PersonId, Role, type CaseActor } from '@refund-case/core'
import { right } from 'fp-ts/lib/Either.js'
import { wordsOf } from '../codec/words-of.js'
import { either } from '../form/choices.js'
import { fields, may, must } from '../form/fields.js'
import { meaningProblem, reading, shapeProblem, type Form } from '../form/form.js'
import { map } from '../form/lists.js'
import { text, words } from '../form/scalars.js'
import { under } from '../source/pointer.js'
import { aName, nameOfPerson } from './names.js'

export type RoleName = CaseActor['role']

export const aRole: Form<RoleName> = reading(words(wordsOf(Role)), (word, path) =>
  Role.is(word) ? right(word) : shapeProblem(path, 'expected a role'),
)

export const aPersonId: Form<string> = reading(text('an opaque id of a person'), (id, path) =>
  PersonId.is(id) ? right(id) : meaningProblem(path, `expected ${PersonId.name}`),
)

const somebody = fields({ id: must(aPersonId), role: must(aRole) })
export type Somebody = { readonly id: string; readonly role: RoleName }

/** Somebody by name, or in full. */
export const somebodyOrName = either([aName, somebody])

export interface Person extends Somebody {
  readonly onBehalfOf?: Somebody | string
}

const person = either([aRole, fields({ id: must(aPersonId), role: must(aRole), onBehalfOf: may(somebodyOrName) })])

/** `li: customerService`, or an id with a role. */
export const people: Form<ReadonlyMap<string, Person>> = reading(map(nameOfPerson, person), (entries, path) => {
  const list: Array<readonly [string, Person]> = []
  for (const [name, said] of entries) {
    if (typeof said !== 'string') list.push([name, said])
    else if (PersonId.is(name)) list.push([name, { id: name, role: said }])
    else return meaningProblem(under(path, name), 'this name cannot be an id: write { id, role }')
  }
  return right(new Map(list))
})
