import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { firstUsers, type User } from '../auth/users.js'
import type { Node, OpenCall, ServerVersion } from '../calls/node.js'
import type { Member } from '../cluster/member.js'
import type { Asked, ErrorName } from '../faults/fault.js'
import { Faults } from '../faults/faults.js'
import type { EventLog } from '../log/index.js'
import type { Endpoint } from '../protocol/failure.js'
import type { Writer } from '../writing/writer.js'
import { openDatabase, reopened, type Database } from './database.js'
import { listen, type Listener } from './listener.js'
import { servicesOf } from './services.js'
import type { RestartOptions, Standin, Stored } from './standin.js'
import type { StandinOptions } from './standin-options.js'
import { Timers } from './timers.js'

/** What a node knows of the others. */
export interface Peers {
  readonly members: () => ReadonlyArray<Member>
  readonly leader: () => StandinNode | undefined
}

const MAX_APPEND_SIZE = 1_048_576

/** One node: its data, its port, and how it misbehaves. */
export class StandinNode implements Node, Standin {
  readonly id = randomUUID()
  readonly version: ServerVersion
  readonly users: ReadonlyArray<User> | undefined
  readonly maxAppendSize: number
  readonly faults = new Faults()
  readonly open = new Set<OpenCall>()
  readonly #options: StandinOptions
  readonly #peers: Peers | undefined
  readonly #timers = new Timers()
  #database: Database
  #listener: Listener | undefined
  #port: number
  #skew = 0
  #leader: Endpoint | 'this' | undefined = 'this'

  constructor(options: StandinOptions, peers?: Peers) {
    this.#options = options
    this.#peers = peers
    this.version = options.version ?? '23.10'
    this.users = options.auth && (options.auth.users ?? firstUsers)
    this.maxAppendSize = options.maxAppendSize ?? MAX_APPEND_SIZE
    this.#port = options.port ?? 0
    this.#database = openDatabase(this.clock, this.#file)
  }

  readonly clock = (): number => (this.#options.clock ?? systemClock)() + this.#skew

  readonly later = (milliseconds: number, act: () => void): void => this.#timers.later(milliseconds, act)

  readonly cut = (peer: string): void => this.#listener?.cut(peer)

  get log(): EventLog {
    return this.#database.log
  }

  get writer(): Writer | undefined {
    if (this.leader === 'this') return this.#database.writer
    return this.#leader === 'this' ? this.#peers?.leader()?.writer : undefined
  }

  get leader(): Endpoint | 'this' | undefined {
    if (this.#leader !== 'this' || this.#peers === undefined) return this.#leader
    const leader = this.#peers.leader()
    return leader === this ? 'this' : leader?.endpoint
  }

  get members(): ReadonlyArray<Member> {
    return this.#peers?.members() ?? [this.member]
  }

  get member(): Member {
    const state = this.leader === 'this' ? 'leader' : this.leader === undefined ? 'unknown' : 'follower'
    return { id: this.id, endpoint: this.endpoint, state, isAlive: this.isRunning }
  }

  get isRunning(): boolean {
    return this.#listener !== undefined
  }

  get endpoint(): Endpoint {
    return { host: this.#options.host ?? '127.0.0.1', port: this.#port }
  }

  get connectionString(): string {
    const { host, port } = this.endpoint
    return `esdb://${host}:${port}?tls=${this.#options.tls !== undefined}`
  }

  get openCalls(): ReadonlyArray<Asked> {
    return Array.from(this.open, ({ call, stream }) => ({ call, stream }))
  }

  stored(stream?: string): ReadonlyArray<Stored> {
    const events = stream === undefined ? this.log.all : (this.log.find(stream)?.events ?? [])
    return events.map(({ stream: name, revision, position, id, type }) => ({
      stream: name,
      revision,
      position,
      id,
      type,
    }))
  }

  cutConnections(): void {
    this.#listener?.cut()
  }

  dropSubscriptions(how: ErrorName | 'end'): void {
    for (const { call, drop } of this.open) if (call === 'subscribe') drop(how)
  }

  skewClock(milliseconds: number): void {
    this.#skew = milliseconds
  }

  resign(leader?: Endpoint): void {
    this.#leader = leader
  }

  lead(): void {
    this.#leader = 'this'
  }

  async start(): Promise<void> {
    if (this.#listener !== undefined) return
    const { host, port } = this.endpoint
    this.#listener = await listen(servicesOf(this), host, port, this.#options.tls)
    this.#port = this.#listener.port
  }

  async stop(how: 'killed' | 'orderly' = 'killed'): Promise<void> {
    const listener = this.#listener
    this.#listener = undefined
    this.#timers.clear()
    if (how === 'orderly') for (const { drop } of this.open) drop('reset')
    await (how === 'orderly' ? listener?.stop() : listener?.kill())
    this.open.clear()
  }

  async restart({ data = 'kept', how = 'killed', down = 20 }: RestartOptions = {}): Promise<void> {
    await this.stop(how)
    if (data === 'kept' && this.#file === undefined) this.#database = reopened(this.#database, this.clock)
    else {
      this.#database.close()
      if (data === 'lost' && this.#file !== undefined) rmSync(this.#file, { force: true })
      this.#database = openDatabase(this.clock, this.#file)
    }
    await setTimeout(down)
    await this.start()
  }

  async close(): Promise<void> {
    await this.stop()
    this.#database.close()
  }

  get #file(): string | undefined {
    const { log } = this.#options
    return typeof log === 'object' ? log.file : undefined
  }
}

const systemClock = (): number => performance.timeOrigin + performance.now()
