import type { Amounts, CaseEventOf, Role, Route, Stored } from '@refund-case/core'

// A case once more, as the model's text has it, and nothing shared with the code that is tested: one mutable record, one
// branch an event. It trusts the events; whether they were allowed is for the rules to ask.

export interface ReferenceApproval {
  readonly round: number
  readonly step: number
  readonly role: Role
  readonly by: string
  readonly amounts: Amounts
}

export interface ReferenceAttempt {
  readonly no: number
  status: 'started' | 'unknown' | 'failed' | 'paid' | 'reversed'
  readonly amounts: Amounts
  readonly method: string
  readonly by: string
  /** What it may send: the approval in force when it was started, or the ruling it is paid on from the deposit. */
  readonly inForce: Amounts | undefined
  bankLine: string | undefined
}

export interface ReferenceCase {
  route: Route
  /** Units that the case gets by now: of each line what was asked for, or what passed. */
  lines: ReadonlyArray<{ readonly lineNo: number; readonly quantity: number }>
  /** What the case is to pay, as it was quoted, adjusted or ruled last. */
  quote: Amounts | undefined
  accepted: boolean
  approvals: ReadonlyArray<ReferenceApproval>
  /** The complete approval that stands, with who gave its last step. */
  inForce: { readonly amounts: Amounts; readonly lastBy: string } | undefined
  /** The highest round in which anybody approved. */
  roundsUsed: number
  reworkDue: boolean
  inspection: 'none' | 'passed' | 'partlyPassed' | 'failed'
  conceded: boolean
  adjusted: boolean
  intercepted: boolean
  ruling: { readonly id: string; readonly goodsTo: 'merchant' | 'customer' } | undefined
  attempts: Array<ReferenceAttempt>
  netPaid: Record<string, number>
  recorders: Set<string>
  reviewers: Set<string>
  sheetBy: string | undefined
  /** The csLead who accepted the request last. */
  acceptedByLead: string | undefined
  destination: {
    readonly kind: string
    readonly method: string
    readonly by: string
    readonly ground: string | undefined
  }
  verifiedBy: string | undefined
  fundsConfirmed: number | undefined
  /** Declined, withdrawn, or an alternative was accepted, and nobody has taken it up again. */
  ended: boolean
  everDisputed: boolean
}

export const total = (amounts: { readonly [component: string]: number | undefined }): number =>
  Object.values(amounts).reduce<number>((sum, amount) => sum + (amount ?? 0), 0)

type Destination = CaseEventOf<'Requested'>['data']['destination']

export const destinationOf = (destination: Destination, by: string): ReferenceCase['destination'] =>
  destination.kind === 'original'
    ? { kind: 'original', method: 'original', by, ground: undefined }
    : { kind: 'other', method: destination.method, by, ground: destination.ground }

/** A case that was just requested. */
export const opened = ({ data, meta }: Stored<CaseEventOf<'Requested'>>): ReferenceCase => ({
  route: data.route,
  lines: data.lines,
  quote: undefined,
  accepted: false,
  approvals: [],
  inForce: undefined,
  roundsUsed: 0,
  reworkDue: false,
  inspection: 'none',
  conceded: false,
  adjusted: false,
  intercepted: false,
  ruling: undefined,
  attempts: [],
  netPaid: {},
  recorders: new Set([meta.actor.id]),
  reviewers: new Set(),
  sheetBy: undefined,
  acceptedByLead: undefined,
  destination: destinationOf(data.destination, meta.actor.id),
  verifiedBy: undefined,
  fundsConfirmed: undefined,
  ended: false,
  everDisputed: false,
})
