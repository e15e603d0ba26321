import {
  accountKind,
  accountStream,
  caseKind,
  caseStream,
  continueLoad,
  nothingLoaded,
  type DomainEvent,
  type Loaded,
  type RecordedEvent,
  type StreamKind,
  type StreamName,
} from '@refund-case/core'
import { isLeft, isRight } from 'fp-ts/lib/Either.js'
import type { History } from '../play/history.js'
import { overHistories } from './over-histories.js'

/** Comparable text of a state: maps and sets as lists, fields by name, what is undefined left out. */
const stateText = (state: unknown): string =>
  JSON.stringify(state, (_name, part: unknown): unknown => {
    if (part instanceof Map || part instanceof Set) return Array.from<unknown>(part)
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  })

type Folded = { readonly text: string } | { readonly failed: string }

const foldedIn = <Event extends DomainEvent, State>(
  kind: StreamKind<Event, State>,
  stream: StreamName,
  chunks: ReadonlyArray<ReadonlyArray<RecordedEvent>>,
): Folded => {
  let loaded: Loaded<Event, State> = nothingLoaded(kind, stream)
  for (const chunk of chunks) {
    const next = continueLoad(kind, loaded, chunk)
    if (isLeft(next)) return { failed: JSON.stringify(next.left) }
    loaded = next.right
  }
  return { text: stateText(loaded.state) }
}

const inChunksOf = (size: number, events: ReadonlyArray<RecordedEvent>): ReadonlyArray<ReadonlyArray<RecordedEvent>> =>
  Array.from({ length: Math.ceil(events.length / size) }, (_, at) => events.slice(at * size, (at + 1) * size))

/** As it came from a file or a wire, with nothing of this process in it. */
const asJson = (events: ReadonlyArray<RecordedEvent>): ReadonlyArray<RecordedEvent> => {
  // oxlint-disable-next-line typescript/no-unsafe-assignment -- what was written as recorded events is read as such
  const parsed: ReadonlyArray<RecordedEvent> = JSON.parse(JSON.stringify(events))
  return parsed
}

const chunkings = (
  events: ReadonlyArray<RecordedEvent>,
): ReadonlyArray<readonly [string, ReadonlyArray<ReadonlyArray<RecordedEvent>>]> => [
  ['one by one', inChunksOf(1, events)],
  ['in threes', inChunksOf(3, events)],
  ['in two parts', [events.slice(0, Math.floor(events.length / 2)), events.slice(Math.floor(events.length / 2))]],
  // A reader that comes back reads some events again.
  ['with an overlap', [events.slice(0, -1), events.slice(Math.max(0, events.length - 3))]],
  ['from JSON', [asJson(events)]],
]

const differing = <Event extends DomainEvent, State>(
  kind: StreamKind<Event, State>,
  stream: StreamName,
  events: ReadonlyArray<RecordedEvent>,
): ReadonlyArray<string> => {
  const whole = foldedIn(kind, stream, [events])
  if ('failed' in whole) return [`${stream} cannot be replayed: ${whole.failed}`]
  return chunkings(events).flatMap(([how, chunks]) => {
    const folded = foldedIn(kind, stream, chunks)
    if ('failed' in folded) return [`${stream} cannot be replayed ${how}: ${folded.failed}`]
    return folded.text === whole.text ? [] : [`${stream} replayed ${how} comes to another state`]
  })
}

/** What each command answered must be what its stream says up to there. */
const answered = ({ steps, recorded }: History): ReadonlyArray<string> =>
  steps.flatMap(({ no, answer }) => {
    if (!isRight(answer) || answer.right === undefined) return []
    const { caseId, state, revision } = answer.right
    const stream = caseStream(caseId)
    const upTo = recorded.filter((event) => event.stream === stream && event.revision <= revision)
    const folded = foldedIn(caseKind, stream, [upTo])
    if ('failed' in folded) return [`step ${no}: the case cannot be replayed: ${folded.failed}`]
    return folded.text === stateText(state) ? [] : [`step ${no} answered with another state than its stream gives`]
  })

export const rule13Replay = overHistories({
  rule: 13,
  name: 'rule13Replay',
  title: 'Replaying a stream gives the same state, in any chunking.',
  occasions: ({ cases }) => cases.length,
  violations: (history) => [
    ...history.cases.flatMap(({ caseId }) =>
      differing(
        caseKind,
        caseStream(caseId),
        history.recorded.filter(({ stream }) => stream === caseStream(caseId)),
      ),
    ),
    ...[...history.accounts.keys()].flatMap((id) =>
      differing(
        accountKind,
        accountStream(id),
        history.recorded.filter(({ stream }) => stream === accountStream(id)),
      ),
    ),
    ...answered(history),
  ],
})
