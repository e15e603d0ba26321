import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import shared from '@eventstore/db-client/generated/shared_pb.js'
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js'
import streams from '@eventstore/db-client/generated/streams_pb.js'
import { credentials } from '@grpc/grpc-js'
import timestamp from 'google-protobuf/google/protobuf/timestamp_pb.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startStandin, type Standin } from '../src/index.js'
import { append, clientOf, collected, events, there } from './scene.js'

const now = Date.UTC(2026, 10, 22, 12) + 0.125
let server: Standin | undefined
let wire: StreamsClient | undefined
beforeAll(async () => {
  server = await startStandin({ clock: () => now })
  const { host, port } = server.endpoint
  wire = new StreamsClient(`${host}:${port}`, credentials.createInsecure())
  const client = clientOf(server.connectionString)
  await append(client, 'two', 'any', events(2))
  await append(client, 'gone', 'any')
  await client.tombstoneStream('gone')
  await client.dispose()
})
afterAll(async () => {
  wire?.close()
  await server?.close()
})

const identifier = (stream: string) => new shared.StreamIdentifier().setStreamName(Buffer.from(stream))

interface Sent {
  readonly stream?: string
  readonly id?: string
  readonly data?: Uint8Array
  readonly deadline?: Date
}

const request = (
  correlation: shared.UUID,
  { stream = 'two', id = randomUUID(), data = Buffer.from('{}'), deadline }: Sent,
) => {
  const message = new streams.BatchAppendReq.ProposedMessage().setId(new shared.UUID().setString(id)).setData(data)
  message.getMetadataMap().set('type', 'T').set('content-type', 'application/json')
  const options = new streams.BatchAppendReq.Options().setStreamIdentifier(identifier(stream)).setNoStream()
  const { Empty } = shared
  options.setNoStream(new Empty())
  if (deadline !== undefined) options.setDeadline(timestamp.Timestamp.fromDate(deadline))
  return new streams.BatchAppendReq()
    .setCorrelationId(correlation)
    .setOptions(options)
    .setProposedMessagesList([message])
    .setIsFinal(true)
}

const batch = async (
  sent: Sent,
  correlation = new shared.UUID().setString(randomUUID()),
): Promise<streams.BatchAppendResp> => {
  const call = there(wire).batchAppend()
  call.write(request(correlation, sent))
  const [answer] = (await once(call, 'data')) as [streams.BatchAppendResp]
  call.end()
  return answer
}

describe('an answer to a batch', () => {
  it.each([
    ['WrongExpectedVersion', 6, {}],
    ['StreamDeleted', 5, { stream: 'gone' }],
    ['MaximumAppendSizeExceeded', 3, { data: new Uint8Array(1_048_577) }],
    ['Timeout', 4, { deadline: new Date(now - 1) }],
    ['BadRequest', 3, { id: 'bad' }],
    ['BadRequest', 3, { stream: '' }],
  ] as const)('that is %s is a status of code %i with that detail', async (name, code, sent) => {
    const error = there((await batch(sent)).getError())
    expect([error.getCode(), error.getDetails()?.getTypeName()]).toEqual([code, `event_store.client.${name}`])
  })

  it('repeats the stream, what was expected, and the correlation id as a string, however it came', async () => {
    const half = new shared.UUID.Structured()
      .setMostSignificantBits('1311768467463790320')
      .setLeastSignificantBits('-8690466092652643696')
    const answer = await batch({ stream: 'new' }, new shared.UUID().setStructured(half))
    expect(answer.getCorrelationId()?.getString()).toBe('12345678-9abc-def0-8765-4321fedcba90')
    expect(Buffer.from(there(answer.getStreamIdentifier()).getStreamName_asU8()).toString()).toBe('new')
    expect([answer.hasNoStream(), answer.getSuccess()?.getCurrentRevision()]).toEqual([true, '0'])
  })

  it('names what was expected and what there is', async () => {
    const details = there((await batch({})).getError()?.getDetails())
    const wrong = shared.WrongExpectedVersion.deserializeBinary(details.getValue_asU8())
    expect([wrong.hasExpectedNoStream(), wrong.getCurrentStreamRevision()]).toEqual([true, '1'])
  })
})

describe('a classic append', () => {
  it('conflicts with a message, and status 0', async () => {
    const options = new streams.AppendReq.Options().setStreamIdentifier(identifier('two')).setRevision('7')
    const answer = await new Promise<streams.AppendResp>((resolve, reject) => {
      const call = there(wire).append((error, response) => (error === null ? resolve(response) : reject(error)))
      call.end(new streams.AppendReq().setOptions(options))
    })
    const wrong = there(answer.getWrongExpectedVersion())
    expect([wrong.getExpectedRevision(), wrong.getCurrentRevision()]).toEqual(['7', '1'])
  })
})

const readOne = async (uuids: streams.ReadReq.Options.UUIDOption) => {
  const options = new streams.ReadReq.Options()
    .setStream(
      new streams.ReadReq.Options.StreamOptions().setStreamIdentifier(identifier('two')).setStart(new shared.Empty()),
    )
    .setCount('1')
    .setNoFilter(new shared.Empty())
    .setUuidOption(uuids)
  const [answer] = await collected<streams.ReadResp>(there(wire).read(new streams.ReadReq().setOptions(options)))
  return there(there(answer).getEvent()?.getEvent())
}

describe('an event that is read', () => {
  it('says when it was written in ticks of 100 ns since 1970, all digits', async () => {
    const found = await readOne(new streams.ReadReq.Options.UUIDOption().setString(new shared.Empty()))
    expect(found.getMetadataMap().get('created')).toBe('17953488000001250')
    expect(found.getId()?.getString()).toBe(there(server).stored('two')[0]?.id)
  })

  it('has its id as two numbers for whoever asks', async () => {
    const found = await readOne(new streams.ReadReq.Options.UUIDOption().setStructured(new shared.Empty()))
    const id = there(there(server).stored('two')[0]).id.replaceAll('-', '')
    const most = BigInt.asUintN(64, BigInt(there(found.getId()?.getStructured()).getMostSignificantBits()))
    expect(most.toString(16).padStart(16, '0')).toBe(id.slice(0, 16))
  })
})
