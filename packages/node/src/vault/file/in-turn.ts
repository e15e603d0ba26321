/** Runs what concerns the same name one after another, in the order in which it was handed in. */
export const inTurn = (): (<A>(name: string, run: () => Promise<A>) => Promise<A>) => {
  const last = new Map<string, Promise<unknown>>()
  return (name, run) => {
    const before = last.get(name) ?? Promise.resolve()
    const turn = before.then(run, run)
    last.set(name, turn)
    const leave = () => {
      if (last.get(name) === turn) last.delete(name)
    }
    void turn.then(leave, leave)
    return turn
  }
}
