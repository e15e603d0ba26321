import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { ServerVersion } from '../calls/node.js'

export interface SpawnOptions {
  readonly version?: ServerVersion
  /** A free one if nothing is said. */
  readonly port?: number
  /** Where the events are kept. In memory if nothing is said. */
  readonly log?: 'memory' | { readonly file: string }
}

/** A stand-in in a process of its own. */
export interface StandinProcess {
  readonly connectionString: string
  readonly pid: number
  /** SIGKILL: whatever was going on ends there. */
  readonly kill: () => Promise<void>
  /** SIGTERM: an orderly stop. */
  readonly stop: () => Promise<void>
}

const program = fileURLToPath(new URL('../../dist/main.js', import.meta.url))

/** Starts a stand-in in another process, which ends with this one at the latest. */
export const spawnStandin = async ({ version, port, log = 'memory' }: SpawnOptions = {}): Promise<StandinProcess> => {
  const args = [
    ...(version === undefined ? [] : ['--version', version]),
    ...(port === undefined ? [] : ['--port', String(port)]),
    ...(log === 'memory' ? [] : ['--log', log.file]),
  ]
  const child = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })
  const first: unknown = await Promise.race([
    once(lines, 'line').then(([line]: ReadonlyArray<unknown>) => line),
    exited.then(() => undefined),
  ])
  if (typeof first !== 'string' || child.pid === undefined)
    throw new Error(`The stand-in did not start. Is the package built? It should be ${program}.`)
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    child.kill(signal)
    await exited
  }
  return { connectionString: first, pid: child.pid, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}
