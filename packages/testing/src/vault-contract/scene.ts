import type { MacPurpose, Sealed, Sealer, Vault, VaultError, VaultErrorCode } from '@refund-case/core'
import fc from 'fast-check'
import { isLeft, isRight, type Either } from 'fp-ts/lib/Either.js'
import { freshId } from '../store-contract/fresh-id.js'
import { same } from '../store-contract/same.js'
import type { VaultUnderTest } from './vault-under-test.js'

export const PLACE = 'refundCase-1#/statement'

/** Any text of whole characters. */
export const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 300 }))

/** A vault in the hands of a case: what it does most, in few words. */
export interface Scene {
  readonly vault: Vault
  /** The same vault as another process has it. */
  readonly elsewhere: Vault
  /** Gives out a new version of a key, and answers it. */
  readonly rotate: (purpose: MacPurpose) => Promise<string>
  /** A subject that nobody has used, with this at its end. */
  readonly subject: (end?: string) => string
  readonly sealer: (subject: string, vault?: Vault) => Promise<Sealer>
  /** Breaks the case unless it opens to this text. */
  readonly opens: (sealed: Sealed, text: string, vault?: Vault) => Promise<void>
  /** Breaks the case unless it is refused with one of these. */
  readonly keepsShut: (
    sealed: Sealed,
    codes: ReadonlyArray<VaultErrorCode>,
    place?: string,
    vault?: Vault,
  ) => Promise<void>
  readonly erase: (subject: string, vault?: Vault) => Promise<void>
  readonly mac: (purpose: MacPurpose, text: string, version?: string, vault?: Vault) => string
}

export const newScene = ({ vault, elsewhere, rotateMacKey }: VaultUnderTest): Scene => ({
  vault,
  get elsewhere() {
    return elsewhere ?? missing('elsewhere')
  },
  rotate: (purpose) => (rotateMacKey ?? missing('rotateMacKey'))(purpose),
  subject: (end = '') => `${freshId()}${end}`,
  sealer: async (subject, of = vault) => answered(await of.sealer(subject)()),
  opens: async (sealed, text, of = vault) => {
    same(answered(await of.open(sealed, PLACE)()), text, 'what was opened')
  },
  keepsShut: async (sealed, codes, place = PLACE, of = vault) => {
    const { code } = refused(await of.open(sealed, place)())
    same(codes.includes(code), true, `that it is refused as ${codes.join(' or ')}, and not as ${code}`)
  },
  erase: async (subject, of = vault) => answered(await of.erase(subject)()),
  mac: (purpose, text, version, of = vault) => answered(of.mac(purpose, text, version)),
})

/** What a vault answered; breaks the case where it could not. */
const answered = <A>(answer: Either<VaultError, A>): A => {
  if (isRight(answer)) return answer.right
  throw new Error(`The vault could not: ${answer.left.code} ${answer.left.message}`)
}

/** Why a vault refused; breaks the case where it did not. */
export const refused = <A>(answer: Either<VaultError, A>): VaultError => {
  if (isLeft(answer)) {
    same(answer.left.kind, 'vaultError', 'the kind of a failure')
    return answer.left
  }
  throw new Error('The vault answered what it should refuse')
}

const missing = (part: string): never => {
  throw new Error(`This case needs ${part} of the vault under test`)
}
