import { fileVault, memoryVault, parseWrappingKey } from '@refund-case/node'
import type { Vault } from '@refund-case/core'
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { readFile } from 'node:fs/promises'
import { cliError, type CliError } from '../cli-error.js'
import type { Environment } from '../terminal.js'
import { VAULT_KEY, type SaidOfStore } from './options.js'

/** The vault that was asked for: the files of `--vault`, or one in memory. */
export const openVault = async (
  { vault: directory, 'vault-key-file': keyFile }: SaidOfStore,
  environment: Environment,
): Promise<Either<CliError, Vault>> => {
  if (directory === undefined)
    return keyFile === undefined
      ? right(memoryVault())
      : left(cliError('VAULT_MISSING', '--vault-key-file opens nothing without --vault. Say where the vault is.'))
  const text = await keyText(keyFile, environment)
  if (isLeft(text)) return text
  const wrappingKey = parseWrappingKey(text.right)
  if (isLeft(wrappingKey)) return wrappingKey
  return fileVault({ directory, wrappingKey: wrappingKey.right })()
}

/** The wrapping key as it is written; what was said goes before what lies around. */
const keyText = async (file: string | undefined, environment: Environment): Promise<Either<CliError, string>> => {
  const fromEnvironment = environment[VAULT_KEY] ?? ''
  if (file === undefined)
    return fromEnvironment === ''
      ? left(
          cliError(
            'VAULT_KEY_MISSING',
            `--vault needs its wrapping key: put it into ${VAULT_KEY}, or name a file that holds it with --vault-key-file. \`openssl rand -base64 32\` makes one.`,
          ),
        )
      : right(fromEnvironment)
  try {
    return right(await readFile(file, 'utf8'))
  } catch (thrown) {
    const reason = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown'
    return left(
      cliError('VAULT_KEY_MISSING', `${file} cannot be read (${reason}). Name the file that holds the wrapping key.`),
    )
  }
}
