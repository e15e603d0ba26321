import * as t from 'io-ts'
import { MinorUnits, Role, Route } from '../vocabulary/index.js'
import { Source } from './clause.js'

/** Who approves a route, step after step (AP1). Each step is taken by its own person. */
export const ApprovalChain = t.readonly(
  t.strict({
    routes: t.readonlyArray(Route),
    /** Only where the outbound parcel was turned round and its goods passed. */
    interceptedOnly: t.boolean,
    steps: t.readonlyArray(Role),
    /** Whether a person who reviewed the case may take a step. */
    reviewerMayApprove: t.boolean,
    source: Source,
  }),
  'ApprovalChain',
)
export type ApprovalChain = t.TypeOf<typeof ApprovalChain>

/** The president as the step after a chain of finance's three, for amounts above this; the csLead's own chain has none. */
export const PresidentStep = t.readonly(t.strict({ above: MinorUnits, source: Source }), 'PresidentStep')
