export { masked } from './mask.js'
export type { Exact, Printed } from './printed.js'
export { printerFor, type Printer } from './printer.js'
export type { Reader } from './reader.js'
