import * as t from 'io-ts'
import { Limit } from '../calendar/index.js'
import { Id, Reason, Reference, words } from '../vocabulary/index.js'
import { Source } from './clause.js'

/** How long goods may be returned for these reasons, and from when (IN17). */
export const ReturnWindow = t.readonly(
  t.strict({
    id: Id,
    reasons: t.readonlyArray(Reason),
    from: words('WindowStart', 'receipt', 'purchase'),
    limit: Limit,
    source: Source,
  }),
  'ReturnWindow',
)
export type ReturnWindow = t.TypeOf<typeof ReturnWindow>

/** Goods that these reasons do not take back, by a tag of the order line (IN16). */
export const ExcludedGoods = t.readonly(
  t.strict({ tag: Reference, reasons: t.readonlyArray(Reason), source: Source }),
  'ExcludedGoods',
)
export type ExcludedGoods = t.TypeOf<typeof ExcludedGoods>
