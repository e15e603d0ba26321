import { randomFillSync } from 'node:crypto'

const POOL_SIZE = 16_384

/** Random bytes in small portions. They are drawn from the system in large ones, since a draw costs more than a seal. */
export const randomPool = (): ((size: number) => Buffer) => {
  let pool = Buffer.alloc(0)
  let used = 0
  return (size) => {
    if (used + size > pool.length) {
      // A new pool each time: a portion that was handed out never changes.
      pool = randomFillSync(Buffer.allocUnsafeSlow(Math.max(POOL_SIZE, size)))
      used = 0
    }
    used += size
    return pool.subarray(used - size, used)
  }
}
