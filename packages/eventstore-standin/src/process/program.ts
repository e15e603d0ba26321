import { parseArgs } from 'node:util'
import type { Standin } from '../server/standin.js'
import { startStandin } from '../server/start-standin.js'
import type { StandinOptions } from '../server/standin-options.js'

const usage = `eventstore-standin [options]: a server that answers as EventStoreDB does

  --port NUMBER       where to listen; a free port if it is left out
  --host ADDRESS      127.0.0.1 if it is left out
  --version VERSION   23.10 or 24.2; 23.10 if it is left out
  --log FILE          keeps the events in a file; in memory if it is left out
  --help

Prints its connection string once it listens, and stops on SIGTERM, SIGINT or the end of its input.
`

const options = {
  port: { type: 'string' },
  host: { type: 'string' },
  version: { type: 'string' },
  log: { type: 'string' },
  help: { type: 'boolean' },
} as const

/** Where a program writes. */
export interface Output {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

/** Runs a stand-in until it is told to stop. Answers with the exit code. */
export const runProgram = async (args: ReadonlyArray<string>, { out, err }: Output): Promise<number> => {
  const asked = parse(args)
  if (asked === 'help') {
    out(usage)
    return 0
  }
  if (typeof asked === 'string') {
    err(`${asked}\n\n${usage}`)
    return 2
  }
  try {
    const server = await startStandin(asked)
    out(`${server.connectionString}\n`)
    await untilTold()
    await stop(server)
    return 0
  } catch (error) {
    err(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}

const parse = (args: ReadonlyArray<string>): StandinOptions | string => {
  try {
    const { port, host, version, log, help } = parseArgs({ args: [...args], options }).values
    if (help === true) return 'help'
    if (version !== undefined && version !== '23.10' && version !== '24.2')
      return `There is no version ${version} here.`
    if (port !== undefined && !/^\d{1,5}$/u.test(port)) return `${port} is no port.`
    return {
      ...(port === undefined ? {} : { port: Number(port) }),
      ...(host === undefined ? {} : { host }),
      ...(version === undefined ? {} : { version }),
      ...(log === undefined ? {} : { log: { file: log } }),
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

// Whoever started it may have died without a word: then its input ends.
const untilTold = async (): Promise<void> => {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
    process.stdin.once('end', () => resolve())
    process.stdin.resume()
  })
  process.stdin.destroy()
}

const stop = async (server: Standin): Promise<void> => {
  await server.stop('orderly')
  await server.close()
}
