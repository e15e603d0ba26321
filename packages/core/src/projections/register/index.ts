export type * from './refund-register.js'
