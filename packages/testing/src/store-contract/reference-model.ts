import type { RawExpectedRevision } from '@refund-case/core'

/** What a store should answer, in the terms of the model: streams by number, events by their ids. */
export type ModelAnswer =
  | { readonly is: 'written' | 'repeated'; readonly revision: number }
  | { readonly is: 'conflict'; readonly actual: number | 'no_stream'; readonly missed: ReadonlyArray<string> }
  | { readonly is: 'unanswered' }

export interface ModelEvent {
  readonly stream: number
  readonly revision: number
  readonly id: string
}

/**
 * A store as one list of everything that was written. It looks for each answer in the whole list, as slow and as plain
 * as can be.
 */
export class ReferenceModel {
  readonly written: Array<ModelEvent> = []

  eventsIn(stream: number): ReadonlyArray<ModelEvent> {
    return this.written.filter((event) => event.stream === stream)
  }

  append(stream: number, expected: RawExpectedRevision, ids: ReadonlyArray<string>): ModelAnswer {
    const answer = this.answerTo(stream, expected, ids)
    if (answer.is === 'written')
      for (const id of ids) this.written.push({ stream, revision: this.eventsIn(stream).length, id })
    return answer
  }

  /** The answer, with nothing written. */
  answerTo(stream: number, expected: RawExpectedRevision, ids: ReadonlyArray<string>): ModelAnswer {
    const stored = this.eventsIn(stream).map(({ id }) => id)
    const written: ModelAnswer = { is: 'written', revision: stored.length + ids.length - 1 }
    const conflict = (missed: ReadonlyArray<string>): ModelAnswer => ({
      is: 'conflict',
      actual: stored.length === 0 ? 'no_stream' : stored.length - 1,
      missed,
    })

    if (expected === 'any' || expected === 'stream_exists') {
      if (expected === 'stream_exists' && stored.length === 0) return conflict([])
      // An id counts where it was first written, in whatever stream.
      const places = ids.map((id) => this.written.find((event) => event.id === id))
      const known = places.flatMap((place) => (place?.stream === stream ? [place.revision] : []))
      const [first = 0, last = 0] = [known[0], known.at(-1)]
      if (places[0]?.stream !== stream) return written
      if (known.length < ids.length) return conflict([])
      return last - first < -1 ? { is: 'unanswered' } : { is: 'repeated', revision: last }
    }

    const seen = expected === 'no_stream' ? 0 : expected + 1
    if (seen === stored.length) return written
    const since = stored.slice(seen)
    const isRepeat = since.length >= ids.length && ids.every((id, at) => since[at] === id)
    return isRepeat ? { is: 'repeated', revision: seen + ids.length - 1 } : conflict(since)
  }
}
