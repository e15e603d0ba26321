import { beforeAll, describe, expect, it } from 'vitest'
import { holdsRule14 } from '../../../test/projections/rule-14.js'
import { interleaved, recordedHistory, type RecordedHistory } from '../../../test/projections/recorded-history.js'
import { isRight } from 'fp-ts/lib/Either.js'
import { caseKind } from '../../refund-case/index.js'
import { keepingState } from './keeping-state.js'
import { projectRecorded } from './project.js'
import { reading, type Projection } from './projection.js'

let history: RecordedHistory
beforeAll(async () => {
  history = await recordedHistory()
})

interface Tally {
  events: number
  readonly ids: Array<string>
  readonly byType: { [type: string]: number }
}

const tally = keepingState({
  name: 'tally',
  version: 1,
  initial: (): Tally => ({ events: 0, ids: [], byType: {} }),
  reads: (state) => [
    reading(caseKind, ({ type, meta }) => {
      state.events++
      state.ids.push(meta.id)
      state.byType[type] = (state.byType[type] ?? 0) + 1
      return undefined
    }),
  ],
  view: (state) => state,
})

/** Hands over each closed case at once. */
const closings: Projection<undefined, ReadonlyArray<string>, string> = {
  name: 'closings',
  version: 1,
  begin: (saved) => {
    let waiting: ReadonlyArray<string> = [...(saved ?? [])].flat()
    return {
      reads: [
        reading(
          caseKind,
          (_, { stream }) => {
            waiting = [...waiting, stream]
            return undefined
          },
          ['Closed'],
        ),
      ],
      view: undefined,
      save: () => [waiting],
      release: () => {
        const rows = waiting
        waiting = []
        return rows
      },
    }
  },
}

describe('any projection (rule 14)', () => {
  it('fed with duplicates, in any chunks, or begun again, equals one fed once', () => {
    holdsRule14(history, tally, (state) => structuredClone(state), { numRuns: 150 })
  })

  it('hands each row over once, whatever came between', () => {
    holdsRule14(history, closings, () => undefined, { numRuns: 150 })
  })

  it('sees every event of its streams once, in order, and no others', () => {
    const events = interleaved(
      history,
      history.cases.map((_, index) => index),
      [3, 1, 2],
    )
    const own = events.filter(({ stream }) => stream.startsWith('refundCase-'))
    const seen = projectRecorded(tally, events)
    expect(isRight(seen) && seen.right.ids).toEqual(own.map(({ envelope }) => envelope.id))
    expect(own.length).toBeGreaterThan(200)
  })

  it('that counts an event twice, or keeps less than it knows, is found out', () => {
    let takenHere = 0
    const forgetful = { ...tally, begin: () => tally.begin() }
    const leaking: typeof tally = keepingState({
      name: 'leaking',
      version: 1,
      initial: (): Tally => ({ events: 0, ids: [], byType: {} }),
      reads: (state) => [
        reading(caseKind, () => {
          state.events = ++takenHere
          return undefined
        }),
      ],
      view: (state) => state,
    })
    expect(() => holdsRule14(history, forgetful, ({ events }) => events)).toThrow()
    expect(() => holdsRule14(history, leaking, ({ events }) => events)).toThrow()
  })
})
