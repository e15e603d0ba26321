import * as t from 'io-ts'
import { PersonId } from '../vocabulary/index.js'

// Part of a stored format. An optional field may be added; any other change is a new schema version with an upcast.

const staff = t.readonlyArray(PersonId)

/**
 * 考勤: who was to come (应到), came (实到), came late (迟到), left early (早退) and did not come (旷工). Lists of staff ids;
 * an empty one prints 无.
 */
export const Attendance = t.readonly(
  t.strict({ expected: staff, present: staff, late: staff, leftEarly: staff, absent: staff }),
  'Attendance',
)
export type Attendance = t.TypeOf<typeof Attendance>
