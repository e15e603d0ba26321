import * as t from 'io-ts'

const Revision = t.number
const Failure = t.intersection([
  t.type({ error: t.string }),
  t.partial({ actual: t.union([Revision, t.literal('no_stream')]), expected: t.unknown }),
])

const Append = t.type({
  op: t.literal('append'),
  stream: t.number,
  expected: t.union([Revision, t.literal('any'), t.literal('no_stream'), t.literal('stream_exists')]),
  events: t.array(t.string),
  result: t.union([t.type({ next: Revision }), Failure]),
})

const Read = t.intersection([
  t.type({
    op: t.literal('read'),
    stream: t.number,
    direction: t.union([t.literal('forwards'), t.literal('backwards')]),
    from: t.union([Revision, t.literal('start'), t.literal('end')]),
    result: t.union([t.type({ events: t.array(t.tuple([Revision, t.string])) }), Failure]),
  }),
  t.partial({ limit: t.number }),
])

/** What the port has no operation for. */
const Other = t.intersection([
  t.type({
    op: t.union([t.literal('delete'), t.literal('tombstone'), t.literal('metadata')]),
    stream: t.number,
    result: t.union([t.type({ ok: t.literal(true) }), Failure]),
  }),
  t.partial({
    expected: t.union([Revision, t.literal('any'), t.literal('no_stream'), t.literal('stream_exists')]),
    set: t.partial({ maxCount: t.number, truncateBefore: t.number }),
  }),
])

/** One operation, with what a server answered. */
export const RecordedStep = t.union([Append, Read, Other])
export type RecordedStep = t.TypeOf<typeof RecordedStep>
export type RecordedAppend = t.TypeOf<typeof Append>
export type RecordedRead = t.TypeOf<typeof Read>
export type RecordedOther = t.TypeOf<typeof Other>

/** One line of a recording: what was asked of a server in this order, on streams of its own. */
export const RecordedScript = t.type({ name: t.string, steps: t.array(RecordedStep) }, 'RecordedScript')
export type RecordedScript = t.TypeOf<typeof RecordedScript>
