import type { CaseActor, Role } from '@refund-case/core'
import type fc from 'fast-check'
import { fromChoices, type Choices } from './choices.js'

/** Who works in the generated shop: for each role the ids of the people that have it. */
export interface Cast {
  /** The customers; the first asks for most. Default `c-1`, `c-2`. */
  readonly customers: ReadonlyArray<string>
  readonly staff: { readonly [R in StaffRole]: ReadonlyArray<string> }
  /** Who records what somebody outside does. Default `li`. */
  readonly recorder: string
}

type OutsideRole = 'platform' | 'mediator' | 'arbitrator' | 'court'
type StaffRole = Exclude<Role, OutsideRole | 'customer'>

/**
 * Two people for most roles. `zhou` has several of them, and `li` works in customer service and leads it: whatever the
 * separation of duties forbids, somebody here is in a position to try.
 */
export const ordinaryCast: Cast = {
  customers: ['c-1', 'c-2'],
  staff: {
    customerService: ['li', 'mei', 'zhou'],
    csLead: ['wang', 'sun', 'li'],
    technical: ['tang', 'zhou'],
    logistics: ['luo'],
    warehouse: ['cang', 'zhou'],
    cashier: ['qian', 'jin', 'zhou'],
    accountant: ['kong', 'bao', 'zhou'],
    financeDirector: ['zhao', 'fu', 'zhou'],
    president: ['dong', 'zhou'],
    departmentHead: ['bu', 'zhou'],
    administration: ['xing'],
    system: ['service'],
  },
  recorder: 'li',
}

const outsideRoles: ReadonlyArray<OutsideRole> = ['platform', 'mediator', 'arbitrator', 'court']
const isOutside = (role: Role): role is OutsideRole => outsideRoles.some((outside) => outside === role)
const isCustomer = (role: Role): role is 'customer' => role === 'customer'

/** Somebody of the role, the first who is not one of `not`; now and then anybody of it. */
export const someoneOf = (cast: Cast, role: Role, choices: Choices, not: ReadonlyArray<string> = []): CaseActor => {
  if (isCustomer(role)) return { id: choices.pick(cast.customers[0] ?? 'c-1', ...cast.customers), role }
  if (isOutside(role)) {
    const outsider = { id: `${role}-1`, role }
    return choices.oneIn(4) ? outsider : { id: cast.recorder, role: 'customerService', onBehalfOf: outsider }
  }
  const people = cast.staff[role]
  const fitting = people.find((id) => !not.includes(id))
  const id = choices.oneIn(9) ? choices.among(people) : (fitting ?? people[0])
  return { id: id ?? role, role }
}

const roles: ReadonlyArray<Role> = [
  'customerService',
  'csLead',
  'customer',
  'cashier',
  'accountant',
  'financeDirector',
  'warehouse',
  'technical',
  'logistics',
  'president',
  'departmentHead',
  'administration',
  'system',
  ...outsideRoles,
]

/** Anybody at all, in any of their roles; sometimes on somebody's behalf who may not be acted for. */
export const anyone = (cast: Cast, choices: Choices): CaseActor => {
  const actor = someoneOf(cast, choices.pick('customerService', ...roles), choices)
  if (actor.onBehalfOf !== undefined || !choices.oneIn(6)) return actor
  const role = choices.pick<Role>('customer', ...roles)
  return { ...actor, onBehalfOf: { id: role === 'customer' ? (cast.customers[0] ?? 'c-1') : `${role}-1`, role } }
}

/** Anybody of a cast. */
export const actors = (cast: Cast = ordinaryCast): fc.Arbitrary<CaseActor> =>
  fromChoices((c) => anyone(cast, c), { count: 6 })

/** Every role there is. */
export const everyRole: ReadonlyArray<Role> = [...new Set(roles)]
