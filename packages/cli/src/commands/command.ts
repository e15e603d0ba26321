import type { CliError } from '../cli-error.js'
import { exitCodes, type ExitCode } from '../exit-code.js'
import type { Terminal } from '../terminal.js'

/** One command of the program. */
export interface Command {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** What `refund-case NAME --help` says. */
  readonly usage: string
  readonly run: (args: ReadonlyArray<string>, terminal: Terminal) => Promise<ExitCode>
}

/** Says what is wrong with how a command was called. */
export const misused = (name: string, problem: string, terminal: Terminal): void => {
  terminal.err(`refund-case ${name}: ${problem}\nTry: refund-case ${name} --help\n`)
}

/** Says why a command could not begin. */
export const unusable = (name: string, { code, message }: CliError, terminal: Terminal): ExitCode => {
  terminal.err(`refund-case ${name}: ${code}: ${message}\n`)
  return exitCodes.unusable
}
