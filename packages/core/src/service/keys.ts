import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { CommandMark, DomainEvent, Refusal, Stored } from '../eventsourcing/index.js'
import type { VaultError } from '../sealing/index.js'
import type { ServiceContext } from './context.js'

/** A keyed command: its mark, and how to make the same fingerprint again under an older key of the vault. */
export interface KeyedCommand extends CommandMark {
  readonly again: (keyVersion: string) => Either<VaultError, string>
}

/** The mark of a keyed command: an HMAC over its plain body, so that no event tells what was said. */
export const keyedCommand = (
  { options }: ServiceContext,
  name: string,
  key: string,
  body: { readonly caseId?: string; readonly text: string },
): Either<VaultError, KeyedCommand> => {
  const plain = `${name}:${body.caseId ?? ''}:${body.text}`
  const again = (keyVersion?: string) => options.vault.mac('fingerprint', plain, keyVersion)
  const fingerprint = again()
  return isLeft(fingerprint) ? fingerprint : right({ key, fingerprint: fingerprint.right, again })
}

const isSame = (command: KeyedCommand, stored: string): Either<VaultError, boolean> => {
  if (stored === command.fingerprint) return right(true)
  const version = stored.slice(0, stored.indexOf('.'))
  if (command.fingerprint.startsWith(`${version}.`)) return right(false)
  const again = command.again(version)
  return isLeft(again) ? again : right(again.right === stored)
}

/**
 * The events that this keyed command wrote before, none where it is new; IDEMPOTENCY_MISMATCH where the key was used
 * with another body. Requests have keys of their own: unique in the shop, not in the case.
 */
export const writtenBefore = <Event extends DomainEvent>(
  command: KeyedCommand,
  events: ReadonlyArray<Stored<Event>>,
  isRequest: boolean,
): Either<Refusal | VaultError, ReadonlyArray<Stored<Event>>> => {
  const own: Array<Stored<Event>> = []
  for (const event of events)
    if (event.meta.command?.key === command.key && (event.type === 'Requested') === isRequest) own.push(event)
  const stored = own[0]?.meta.command?.fingerprint
  if (stored === undefined) return right([])
  const same = isSame(command, stored)
  if (isLeft(same)) return same
  return same.right
    ? right(own)
    : left({ kind: 'refusal', code: 'IDEMPOTENCY_MISMATCH', rule: '§1', facts: { key: command.key } })
}
