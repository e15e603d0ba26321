/**
 * `compute`, a pure function, remembering up to `size` of its answers; past that it starts afresh. What it keeps can
 * always be computed again, so nobody can tell but by the time it takes.
 */
export const remembering = <Key, Value extends {}>(
  size: number,
  compute: (key: Key) => Value,
): ((key: Key) => Value) => {
  const known = new Map<Key, Value>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const value = compute(key)
    if (known.size >= size) known.clear()
    known.set(key, value)
    return value
  }
}
