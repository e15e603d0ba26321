import shared from '@eventstore/db-client/generated/shared_pb.js'
import pb from '@eventstore/db-client/generated/streams_pb.js'
import type { RawExpectedRevision } from '@refund-case/core'
import timestamp from 'google-protobuf/google/protobuf/timestamp_pb.js'
import { fill } from '../stored/encode-event.js'
import type { BatchCall, Connection } from '../wire/connection.js'
import { failureOf, noAnswer, noConnection, type Failure } from '../wire/failure.js'
import { failed, type AppendAnswer, type AppendRequest, type Sending } from './append-path.js'
import { answerOf, numberOf } from './batch-answer.js'

const { BatchAppendReq } = pb
const { Empty, StreamIdentifier, UUID } = shared

/**
 * All appends over one call that stays open. Unlike the client's own batch appends it keeps what is pending to itself,
 * gives every append its time, sends them in their order, and takes the end of the call, however it comes, for the
 * failure of what was pending. After a time-out it sends over a new call: one that is stuck is not waited for.
 */
export const batchPath = (connection: Connection): Sending => {
  let lane: Lane | undefined
  return {
    send: (request, timeoutMs) => {
      if (lane === undefined || lane.isRetired) lane = new Lane(connection)
      return lane.append(request, timeoutMs)
    },
    close: () => lane?.retire(),
  }
}

interface Pending {
  readonly resolve: (answer: AppendAnswer) => void
  readonly timer: NodeJS.Timeout
}

/** One call, and what is pending on it. */
class Lane {
  readonly #pending = new Map<number, Pending>()
  readonly #waiting = new Map<number, pb.BatchAppendReq>()
  #call: BatchCall | undefined
  #retired = false
  #sent = 0

  constructor(connection: Connection) {
    connection.batchAppend({ requiresLeader: true }).then(
      (call) => this.#open(call),
      (error: unknown) => this.#end(failureOf(error)),
    )
  }

  /** It takes no more appends. */
  get isRetired(): boolean {
    return this.#retired
  }

  append(request: AppendRequest, timeoutMs: number): Promise<AppendAnswer> {
    return new Promise((resolve) => {
      const number = (this.#sent += 1)
      const timer = setTimeout(() => {
        this.retire()
        const isUnsent = this.#waiting.delete(number)
        this.#settle(number, failed(isUnsent ? noConnection : noAnswer))
      }, timeoutMs)
      this.#pending.set(number, { resolve, timer })
      const message = messageOf(request, number)
      if (this.#call === undefined) this.#waiting.set(number, message)
      else this.#call.write(message)
    })
  }

  #open(call: BatchCall): void {
    this.#call = call
    call.on('data', (answer: pb.BatchAppendResp) => this.#settle(numberOf(answer), answerOf(answer)))
    call.on('error', (error: unknown) => this.#end(failureOf(error)))
    call.on('end', () => {
      // The client waits for both halves of a call before it lets go of it.
      call.end()
      this.#end(endedByServer)
    })
    for (const message of this.#waiting.values()) call.write(message)
    this.#waiting.clear()
    this.#closeWhenIdle()
  }

  #settle(number: number | undefined, answer: AppendAnswer): void {
    const pending = number === undefined ? undefined : this.#pending.get(number)
    if (number === undefined || pending === undefined) return
    clearTimeout(pending.timer)
    this.#pending.delete(number)
    pending.resolve(answer)
    this.#closeWhenIdle()
  }

  /** Takes no more appends, and ends the call when the last one has its answer. */
  retire(): void {
    this.#retired = true
    this.#closeWhenIdle()
  }

  #closeWhenIdle(): void {
    if (this.#retired && this.#pending.size === 0) this.#call?.cancel()
  }

  #end(failure: Failure): void {
    this.#retired = true
    for (const number of this.#pending.keys()) this.#settle(number, failed(failure))
  }
}

const endedByServer: Failure = {
  code: 'STORE_UNAVAILABLE',
  acted: 'unknown',
  passes: true,
  message: 'The server ended the call before it answered. Repeat with the same ids.',
  facts: {},
}

// By the server's clock: where the client's is slow, a deadline that is due soon is past when it arrives, and nothing
// would ever be written. The server waits some seconds at most whatever is asked.
const FAR_AWAY_SECONDS = 365 * 86_400

const messageOf = ({ stream, expected, events }: AppendRequest, number: number): pb.BatchAppendReq => {
  const options = new BatchAppendReq.Options()
  options.setStreamIdentifier(new StreamIdentifier().setStreamName(Buffer.from(stream)))
  options.setDeadline(new timestamp.Timestamp().setSeconds(Math.trunc(Date.now() / 1_000) + FAR_AWAY_SECONDS))
  expect(options, expected)
  const message = new BatchAppendReq()
  message.setCorrelationId(new UUID().setString(`00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`))
  message.setOptions(options)
  message.setProposedMessagesList(events.map((event) => fill(new BatchAppendReq.ProposedMessage(), event)))
  message.setIsFinal(true)
  return message
}

const expect = (options: pb.BatchAppendReq.Options, expected: RawExpectedRevision): void => {
  if (expected === 'no_stream') options.setNoStream(new Empty())
  else if (expected === 'any') options.setAny(new Empty())
  else if (expected === 'stream_exists') options.setStreamExists(new Empty())
  else options.setStreamPosition(String(expected))
}
