import type { Vault, VaultError } from '@refund-case/core'
import type { Either } from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

/** A vault as callers without types see it. What it answers stays the same, whatever it is handed. */
export interface UntypedVault {
  // Written as methods, whose parameters a compiler lets be wider than the port's.
  open(sealed: unknown, associatedData: unknown): TaskEither<VaultError, string>
  mac(purpose: unknown, text: string): Either<VaultError, string>
}

export const untyped = (vault: Vault): UntypedVault => vault
