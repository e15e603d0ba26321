export { wholeFile, wholeText, type Chunks } from './chunks.js'
export * from './document/index.js'
export { masked, type Exact, type Printed, type Reader } from './reading/index.js'
export * from './text/index.js'
