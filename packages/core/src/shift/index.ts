export { shiftEvents, type ShiftEvent } from './events.js'
export { FollowUpRef } from './items.js'
export { shiftOfStream, shiftStream, type ShiftId } from './name.js'
