import * as t from 'io-ts'
import { Count, MinorUnits, Positive, words } from '../../vocabulary/index.js'
import { evidence } from './evidence.js'

export const ShippingMethod = words('ShippingMethod', 'selfShipped', 'doorPickup', 'dropOff', 'intercepted')

/** What the customer paid for the return parcel, with its receipt (SH4). Minor units. */
export const returnFreight = <T extends t.Mixed>(text: T) =>
  t.readonly(t.strict({ amount: MinorUnits, receipt: evidence(text) }))

export const Appearance = words('Appearance', 'intact', 'worn', 'soiled', 'damaged')
export const Packaging = words('Packaging', 'complete', 'opened', 'damaged', 'missing')
export const Grade = words('Grade', 'A', 'B', 'C', 'D')
export const Disposition = words(
  'Disposition',
  'restock',
  'repair',
  'returnToSupplier',
  'scrap',
  'returnToCustomer',
  'hold',
)

/** What the warehouse found on one line (IS1, DI1): `received` = `accepted` + `rejected`. */
export const InspectedLine = t.readonly(
  t.strict({
    lineNo: Positive,
    received: Count,
    accepted: Count,
    rejected: Count,
    appearance: Appearance,
    packaging: Packaging,
    grade: Grade,
    disposition: Disposition,
  }),
  'InspectedLine',
)
export type InspectedLine = t.TypeOf<typeof InspectedLine>
export const InspectionResult = words('InspectionResult', 'passed', 'failed', 'partlyPassed')
export type InspectionResult = t.TypeOf<typeof InspectionResult>
