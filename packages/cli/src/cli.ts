import { readFileSync } from 'node:fs'
import type { Command } from './commands/command.js'
import { demoCommand } from './commands/demo.js'
import { faultTableCommand } from './commands/fault-table.js'
import { journalCommand } from './commands/journal.js'
import { ledgerCommand } from './commands/ledger.js'
import { payoutsCommand } from './commands/payouts.js'
import { playCommand } from './commands/play.js'
import { progressCommand } from './commands/progress.js'
import { queueCommand } from './commands/queue.js'
import { reconcileCommand } from './commands/reconcile.js'
import { registerCommand } from './commands/register.js'
import { sheetCommand } from './commands/sheet.js'
import { statsCommand } from './commands/stats.js'
import { exitCodes, type ExitCode } from './exit-code.js'
import type { Terminal } from './terminal.js'

const commands: ReadonlyArray<Command> = [
  playCommand,
  demoCommand,
  sheetCommand,
  ledgerCommand,
  faultTableCommand,
  queueCommand,
  progressCommand,
  statsCommand,
  registerCommand,
  payoutsCommand,
  reconcileCommand,
  journalCommand,
]

const help = (): string => {
  const width = Math.max(...commands.map(({ name }) => name.length))
  const list = commands.map(({ name, summary }) => `  ${name.padEnd(width)}   ${summary}`).join('\n')
  return `Usage: refund-case COMMAND [options]

Commands:
${list}

  refund-case COMMAND --help   what a command takes
  refund-case --version        which version this is
`
}

const version = (): string => {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  const known =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : undefined
  return typeof known === 'string' ? known : 'unknown'
}

/** The program: what the command line says is done, and what the shell is told. It reads no global and never throws. */
export const runCli = async (args: ReadonlyArray<string>, terminal: Terminal): Promise<ExitCode> => {
  const [name, ...rest] = args
  if (name === '--help' || name === '-h' || name === 'help') {
    const asked = commands.find((command) => command.name === rest[0])
    terminal.out(asked?.usage ?? help())
    return exitCodes.ok
  }
  if (name === '--version' || name === '-V') {
    terminal.out(`${version()}\n`)
    return exitCodes.ok
  }
  const command = commands.find((known) => known.name === name)
  if (command === undefined) {
    terminal.err(name === undefined ? help() : `refund-case: there is no command '${name.slice(0, 40)}'\n\n${help()}`)
    return exitCodes.unusable
  }
  try {
    return await command.run(rest, terminal)
  } catch (error) {
    terminal.err(`refund-case ${command.name}: something went wrong that should not: ${String(error)}\n`)
    return exitCodes.unusable
  }
}
