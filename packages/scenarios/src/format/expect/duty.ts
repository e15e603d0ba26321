import { fields, may, type FieldsOf } from '../../form/fields.js'
import { yes } from '../../form/scalars.js'
import { expectedCases } from './case.js'
import { expectedDutyEvents } from './events.js'
import { expectedRefusal } from './refusal.js'

const dutySpecs = {
  events: may(expectedDutyEvents),
  refused: may(expectedRefusal),
  repeated: may(yes),
  cases: may(expectedCases),
} as const
export type ExpectedOfDuty = FieldsOf<typeof dutySpecs>

/** What a command on a shift or a ledger came to: events, a refusal, or what was there before. */
export const ofDuty = fields(dutySpecs, {
  oneOf: [['events', 'refused', 'repeated']],
  notTogether: [
    ['events', 'refused'],
    ['repeated', 'refused'],
  ],
})
