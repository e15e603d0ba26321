import type { Projecting, Projection, Reader } from './projection.js'

interface WholeState<State, View> {
  readonly name: string
  readonly version: number
  /** Before the first event: plain JSON, a new one each time. */
  readonly initial: () => State
  /** Who changes the state, in place. */
  readonly reads: (state: State) => ReadonlyArray<Reader>
  readonly view: (state: State) => View
}

/** A projection whose whole state is plain JSON, saved as one record. Larger ones save a record a row. */
export const keepingState = <State, View>({
  name,
  version,
  initial,
  reads,
  view,
}: WholeState<State, View>): Projection<View, State> => ({
  name,
  version,
  begin: (saved): Projecting<View, State> => {
    const [state = initial()] = saved ?? []
    return { reads: reads(state), view: view(state), save: () => [state] }
  },
})
