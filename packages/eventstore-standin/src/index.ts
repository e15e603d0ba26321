export { startStandin, type Standin, type StandinOptions } from './server/standin.js'
export type { ServerVersion } from './calls/node.js'
