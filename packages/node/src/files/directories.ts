import { mkdir, open } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/** Only their owner may look into the directories and files that are made here. */
export const OWNER_ONLY = { directory: 0o700, file: 0o600 } as const

/** What was made, renamed or removed in the directory stays so after a power cut. */
export const syncDirectory = async (path: string): Promise<void> => {
  // Windows opens no directory, and keeps their entries in its journal.
  if (process.platform === 'win32') return
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

/** Makes the directory, and those above it, where they are not there yet. */
export const makeDirectory = async (path: string): Promise<void> => {
  const whole = resolve(path)
  const first = await mkdir(whole, { recursive: true, mode: OWNER_ONLY.directory })
  if (first === undefined) return
  for (let made = whole; ; made = dirname(made)) {
    await syncDirectory(dirname(made))
    if (made === resolve(first) || made === dirname(made)) return
  }
}
