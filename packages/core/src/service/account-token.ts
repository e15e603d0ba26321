import { right, type Either } from 'fp-ts/lib/Either.js'
import type { FieldsOf } from '../refund-case/index.js'
import type { VaultError } from '../sealing/index.js'
import type { ServiceContext } from './context.js'

type WithDestination = Partial<Pick<FieldsOf<'request'>, 'destination'>>

/** An HMAC of the account that a command names as destination, however it is spaced; nothing where it names none. */
export const accountToken = (
  { options }: ServiceContext,
  fields: object & WithDestination,
): Either<VaultError, string | undefined> => {
  const { destination } = fields
  if (destination === undefined || destination.kind === 'original') return right(undefined)
  return options.vault.mac('accountToken', `${destination.method}:${destination.account.replaceAll(/[\s-]/gu, '')}`)
}
