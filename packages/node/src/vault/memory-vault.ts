import { Sealed, type MacPurpose, type Vault, type VaultError } from '@refund-case/core'
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { newMacKeys } from './mac-keys.js'
import { keyDestroyed, keyUnknown, sealBroken } from './sealed-errors.js'
import { newSubjectKey, type SubjectKey } from './subject-key.js'

/** A vault that forgets all keys with its process. Nothing that prints or serialises it shows one. */
export interface MemoryVault extends Vault {
  /** Makes the shop a new key for the purpose, and answers its version: `mac` uses it from now on, and keeps the old. */
  readonly rotateMacKey: (purpose: MacPurpose) => Either<VaultError, string>
}

export const memoryVault = (): MemoryVault => {
  const bySubject = new Map<string, SubjectKey>()
  const byId = new Map<string, SubjectKey | 'destroyed'>()
  const macKeys = newMacKeys()

  const keyOf = (subject: string): SubjectKey => {
    const known = bySubject.get(subject)
    if (known !== undefined) return known
    const key = newSubjectKey(subject)
    bySubject.set(subject, key)
    byId.set(key.id, key)
    return key
  }

  const open = (sealed: Sealed, associatedData: string): Either<VaultError, string> => {
    if (!Sealed.is(sealed) || typeof associatedData !== 'string') return left(sealBroken)
    const key = byId.get(sealed.keyId)
    if (key === undefined) return left(keyUnknown(sealed.keyId))
    if (key === 'destroyed') return left(keyDestroyed(sealed.keyId))
    const text = key.subject === sealed.subject ? key.open(sealed, associatedData) : undefined
    return text === undefined ? left(sealBroken) : right(text)
  }

  const erase = (subject: string): void => {
    const key = bySubject.get(subject)
    if (key === undefined) return
    key.destroy()
    bySubject.delete(subject)
    byId.set(key.id, 'destroyed')
  }

  return {
    sealer: (subject) => task(() => keyOf(subject).seal),
    open: (sealed, associatedData) => () => Promise.resolve(open(sealed, associatedData)),
    erase: (subject) => task(() => erase(subject)),
    mac: macKeys.mac,
    rotateMacKey: macKeys.rotate,
  }
}

const task =
  <A>(run: () => A): TaskEither<VaultError, A> =>
  () =>
    Promise.resolve(right(run()))
