/** Things to be done in the order of their time; those of one instant in the order in which they came. */
export interface Agenda<T> {
  readonly add: (at: number, thing: T) => void
  readonly next: () => { readonly at: number; readonly thing: T } | undefined
}

interface Noted<T> {
  readonly at: number
  readonly no: number
  readonly thing: T
}

const before = <T>(a: Noted<T>, b: Noted<T>): boolean => a.at < b.at || (a.at === b.at && a.no < b.no)

/** A binary heap: a month of a large shop has millions of steps, few of them at once. */
export const agenda = <T>(): Agenda<T> => {
  const heap: Array<Noted<T>> = []
  let count = 0

  const swap = (a: number, b: number): void => {
    const [first, second] = [heap[a], heap[b]]
    if (first === undefined || second === undefined) return
    heap[a] = second
    heap[b] = first
  }
  const isBefore = (a: number, b: number): boolean => {
    const [first, second] = [heap[a], heap[b]]
    return first !== undefined && second !== undefined && before(first, second)
  }

  return {
    add: (at, thing) => {
      heap.push({ at, no: count++, thing })
      for (let child = heap.length - 1; child > 0;) {
        const parent = (child - 1) >> 1
        if (!isBefore(child, parent)) break
        swap(child, parent)
        child = parent
      }
    },
    next: () => {
      const first = heap[0]
      const last = heap.pop()
      if (first === undefined || last === undefined) return undefined
      if (heap.length > 0) {
        heap[0] = last
        for (let parent = 0; ;) {
          const left = 2 * parent + 1
          const least = isBefore(left + 1, left) ? left + 1 : left
          if (!isBefore(least, parent)) break
          swap(parent, least)
          parent = least
        }
      }
      return { at: first.at, thing: first.thing }
    },
  }
}
