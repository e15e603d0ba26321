export type * from './refund-register.js'
export { refundRegisters, type RefundRegistersView, type RegisterSettings } from './refund-registers.js'
