export { runCli } from './cli.js'
export { exitCodes, type ExitCode } from './exit-code.js'
export { terminalOf, wantsColour, type Terminal } from './terminal.js'
