import { isLeft } from 'fp-ts/lib/Either.js'
import { unusable } from '../commands/command.js'
import type { ExitCode } from '../exit-code.js'
import type { Terminal } from '../terminal.js'
import { openStore, type OpenedStore } from './open-store.js'
import type { SaidOfStore } from './options.js'

/** Does the command's work on the store that was asked for, and lets go of it; or says why it cannot be had. */
export const withStore = async (
  command: string,
  said: SaidOfStore,
  terminal: Terminal,
  work: (opened: OpenedStore) => Promise<ExitCode>,
): Promise<ExitCode> => {
  const opened = await openStore(said, terminal.environment)
  if (isLeft(opened)) return unusable(command, opened.left, terminal)
  try {
    return await work(opened.right)
  } finally {
    await opened.right.close()
  }
}
