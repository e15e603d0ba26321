/** The median of amounts that come one by one, exact; plain JSON. */
export interface RunningMedian {
  /** The lower half as a heap whose first is the greatest, kept as negative numbers; never the smaller half. */
  readonly lower: Array<number>
  /** The upper half as a heap whose first is the least. */
  readonly upper: Array<number>
}

export const emptyMedian = (): RunningMedian => ({ lower: [], upper: [] })

export const countOf = ({ lower, upper }: RunningMedian): number => lower.length + upper.length

/** Of an even number of amounts the lower of the two in the middle; `undefined` of none. */
export const medianOf = ({ lower }: RunningMedian): number | undefined => {
  const [least] = lower
  return least === undefined ? undefined : -least
}

/** Takes one more amount in. */
export const addAmount = (median: RunningMedian, amount: number): void => {
  const middle = medianOf(median)
  if (middle === undefined || amount <= middle) push(median.lower, -amount)
  else push(median.upper, amount)
  if (median.lower.length > median.upper.length + 1) push(median.upper, -pop(median.lower))
  else if (median.upper.length > median.lower.length) push(median.lower, -pop(median.upper))
}

const push = (heap: Array<number>, value: number): void => {
  let at = heap.length
  heap.push(value)
  while (at > 0) {
    const parent = (at - 1) >> 1
    const above = heap[parent] ?? value
    if (above <= value) break
    heap[at] = above
    at = parent
  }
  heap[at] = value
}

const pop = (heap: Array<number>): number => {
  const [first = 0] = heap
  const value = heap.pop() ?? first
  const { length } = heap
  if (length === 0) return first
  let at = 0
  for (;;) {
    const left = 2 * at + 1
    if (left >= length) break
    const right = left + 1
    const child = right < length && (heap[right] ?? 0) < (heap[left] ?? 0) ? right : left
    const below = heap[child] ?? value
    if (below >= value) break
    heap[at] = below
    at = child
  }
  heap[at] = value
  return first
}
