import { right, type Either } from 'fp-ts/lib/Either.js'
import type { Refusal } from '../eventsourcing/refusal.js'
import { OutsideRole, type Role } from '../vocabulary/index.js'
import type { CommandName } from './command-names.js'
import type { CaseActor } from './facts.js'
import { refuse } from './refuse.js'
import type { RefundCase } from './state.js'

type May = ReadonlyArray<Role> | 'everybody' | 'staff' | 'byChain' | 'byRoute'

const service: ReadonlyArray<Role> = ['customerService', 'csLead']
const outside: ReadonlyArray<Role> = ['platform', 'mediator', 'arbitrator', 'court']
const finance: ReadonlyArray<Role> = ['cashier', 'system']
const customerSide: ReadonlyArray<Role> = ['customer', 'customerService']

/**
 * Who may give which command (model §4). `byChain`: the role of the open approval step. `byRoute`: who the policy lets
 * pay the route.
 */
export const whoMay: { readonly [Name in CommandName]: May } = {
  request: [...customerSide, 'platform'],
  review: [...service, 'technical'],
  ship: ['customer', 'customerService', 'logistics'],
  receiveGoods: ['warehouse'],
  inspect: ['warehouse'],
  approve: 'byChain',
  recordPayment: 'byRoute',
  dispute: [...customerSide, 'platform', 'csLead'],
  addEvidence: 'everybody',
  note: 'everybody',
  changeRoute: service,
  withdraw: customerSide,
  submit: ['csLead'],
  sendBack: 'byChain',
  checkFunds: finance,
  adjustAmount: service,
  refuseApproval: 'byChain',
  startPayment: 'byRoute',
  failPayment: 'byRoute',
  markPaymentUnknown: 'byRoute',
  reversePayment: 'byRoute',
  matchBankLine: ['accountant'],
  reportException: 'byRoute',
  changeDestination: customerSide,
  verifyDestination: ['accountant'],
  acceptAlternative: customerSide,
  rule: outside,
  notify: 'staff',
  confirmReceipt: customerSide,
  giveFeedback: customerSide,
  close: [...service, 'system'],
  reopen: ['csLead'],
  erasePersonalData: ['administration', 'system'],
}

const mayRecordForOthers: ReadonlyArray<Role> = ['customerService', 'csLead', 'system']

/** The role the table is checked against: the outsider's, where staff record what somebody outside did. */
export const actingRole = (actor: CaseActor): Role => actor.onBehalfOf?.role ?? actor.role

/** Whether this actor may give this command at all; the chain and the route's payers are checked by their acts. */
export const checkRole = (name: CommandName, actor: CaseActor): Either<Refusal, true> => {
  const { onBehalfOf } = actor
  if (onBehalfOf !== undefined && (!mayRecordForOthers.includes(actor.role) || !OutsideRole.is(onBehalfOf.role)))
    return refuse('RECORDING_FOR_OTHERS', '§4', {
      role: actor.role,
      onBehalfOf: onBehalfOf.role,
      may: mayRecordForOthers,
    })
  if (onBehalfOf === undefined && outside.includes(actor.role))
    return refuse('RECORDING_FOR_OTHERS', '§4', { role: actor.role, onBehalfOf: actor.role, may: mayRecordForOthers })
  const may = whoMay[name]
  const role = actingRole(actor)
  if (may === 'everybody' || may === 'byChain' || may === 'byRoute') return right(true)
  if (may === 'staff' ? role === 'system' || !OutsideRole.is(role) : may.includes(role)) return right(true)
  return refuse('ROLE_NOT_ALLOWED', '§4', { command: name, role, may: may === 'staff' ? ['staff', 'system'] : may })
}

/** A customer acts on their own case only. */
export const checkOwnCase = (state: RefundCase, actor: CaseActor): Either<Refusal, true> => {
  const customer =
    actor.onBehalfOf?.role === 'customer' ? actor.onBehalfOf : actor.role === 'customer' ? actor : undefined
  return customer === undefined || customer.id === state.requested.customer.subject
    ? right(true)
    : refuse('NOT_THE_CUSTOMER', '§4', {})
}
