import * as t from 'io-ts'
import { Limit } from '../calendar/index.js'
import { Reference } from '../vocabulary/index.js'

/** Where a setting comes from: ids of the requirements catalogue (`RV1`), or of the shop's own contract. */
export const Source = Reference

/** A time limit of the policy, and the clause that sets it. */
export const LimitClause = t.readonly(t.strict({ limit: Limit, source: Source }), 'LimitClause')
export type LimitClause = t.TypeOf<typeof LimitClause>

/** A limit that this policy may leave out. */
export const OptionalLimit = t.union([LimitClause, t.null])
