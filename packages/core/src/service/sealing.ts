import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import type { StreamName } from '../eventsourcing/index.js'
import { commandFields, commandNames, type CommandName, type FieldsOf } from '../refund-case/index.js'
import { hasFreeText, sealFields, type Sealer, type Sealing, type VaultError } from '../sealing/index.js'
import type { ServiceContext } from './context.js'

const withTexts: ReadonlySet<CommandName> = new Set(commandNames.filter((name) => hasFreeText(commandFields[name])))

const noTexts: Sealer = () => ({ subject: '', keyId: '', nonce: '', ciphertext: '', commitment: '' })

/** The command with its texts sealed for the stream, under the key of the subject; once a call, before any append. */
export const sealCommand = async <Name extends CommandName>(
  { options }: ServiceContext,
  name: Name,
  fields: FieldsOf<Name>,
  subject: string,
  stream: StreamName,
): Promise<Either<VaultError, Sealing<FieldsOf<Name>>>> => {
  const codec = commandFields[name]
  // Without texts there is nobody whose key is needed.
  const sealer = withTexts.has(name) ? await options.vault.sealer(subject)() : right(noTexts)
  return isLeft(sealer) ? sealer : right(sealFields(codec, fields, sealer.right, stream))
}
