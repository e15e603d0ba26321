import type { KeptKey } from './subject-files.js'

/** The keys that were used last, so many at most. */
export interface RememberedKeys {
  readonly find: (subject: string) => KeptKey | undefined
  readonly keep: (subject: string, kept: KeptKey) => void
  /** Overwrites the key, also for those who still hold its sealer. */
  readonly destroy: (subject: string) => void
}

export const rememberedKeys = (most: number): RememberedKeys => {
  // A Map lists the oldest entry first.
  const keys = new Map<string, KeptKey>()
  return {
    find: (subject) => {
      const kept = keys.get(subject)
      if (kept === undefined) return undefined
      keys.delete(subject)
      keys.set(subject, kept)
      return kept
    },
    keep: (subject, kept) => {
      keys.delete(subject)
      keys.set(subject, kept)
      if (keys.size <= most) return
      for (const oldest of keys.keys()) {
        keys.delete(oldest)
        return
      }
    },
    destroy: (subject) => {
      keys.get(subject)?.key.destroy()
      keys.delete(subject)
    },
  }
}
