export { checkStaff, type StaffActor } from './staff-actor.js'
