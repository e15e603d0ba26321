/** Items in the order of their keys, with cheap ways to put one in, take one out, and read from the first on. */
export interface OrderedIndex<T> {
  readonly add: (key: string, item: T) => void
  readonly remove: (key: string, item: T) => void
  readonly size: () => number
  /** From the first key that is `from` or later, as long as it is read. */
  readonly from: (from: string) => Iterable<T>
  readonly clear: () => void
}

interface Bucket<T> {
  readonly items: Map<T, string>
  /** In order; made anew when asked for after a change. */
  sorted: ReadonlyArray<readonly [T, string]> | undefined
}

/**
 * Keys that begin with the same `width` characters share a bucket: an hour of instants, say. Only the buckets that are
 * read are ever sorted, so that the top of a long list costs as much as the top of a short one.
 */
export const orderedIndex = <T>(width: number): OrderedIndex<T> => {
  const buckets = new Map<string, Bucket<T>>()
  let names: ReadonlyArray<string> | undefined
  let size = 0

  const bucketOf = (key: string): Bucket<T> => {
    const name = key.slice(0, width)
    const known = buckets.get(name)
    if (known !== undefined) return known
    const bucket: Bucket<T> = { items: new Map(), sorted: undefined }
    buckets.set(name, bucket)
    names = undefined
    return bucket
  }

  return {
    add: (key, item) => {
      const bucket = bucketOf(key)
      if (!bucket.items.has(item)) size++
      bucket.items.set(item, key)
      bucket.sorted = undefined
    },
    remove: (key, item) => {
      const name = key.slice(0, width)
      const bucket = buckets.get(name)
      if (bucket?.items.delete(item) !== true) return
      size--
      bucket.sorted = undefined
      if (bucket.items.size > 0) return
      buckets.delete(name)
      names = undefined
    },
    size: () => size,
    *from(from) {
      names ??= [...buckets.keys()].toSorted(inOrder)
      const first = from.slice(0, width)
      for (const name of names) {
        const bucket = name < first ? undefined : buckets.get(name)
        if (bucket === undefined) continue
        bucket.sorted ??= [...bucket.items].toSorted(([, a], [, b]) => inOrder(a, b))
        for (const [item, key] of bucket.sorted) if (key >= from) yield item
      }
    },
    clear: () => {
      buckets.clear()
      names = undefined
      size = 0
    },
  }
}

const inOrder = (a: string, b: string): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0)
