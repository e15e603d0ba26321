import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { declareVaultCases, vaultCases, type VaultUnderTest } from '@refund-case/testing'
import { isLeft, type Either } from 'fp-ts/lib/Either.js'
import { describe, it } from 'vitest'
import { fileVault } from './file/file-vault.js'
import { memoryVault } from './memory-vault.js'

const held = <A>(either: Either<unknown, A>): A => {
  if (isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}

declareVaultCases({ describe, it }, 'the vault in memory', vaultCases({ rotates: true }), async () => {
  const vault = memoryVault()
  return { vault, rotateMacKey: async (purpose) => held(vault.rotateMacKey(purpose)) }
})

const inFiles = async (rememberedKeys: number): Promise<VaultUnderTest> => {
  const directory = mkdtempSync(join(tmpdir(), 'vault-'))
  const options = { directory, wrappingKey: randomBytes(32), rememberedKeys }
  const vault = held(await fileVault(options)())
  return {
    vault,
    elsewhere: held(await fileVault(options)()),
    rotateMacKey: async (purpose) => held(await vault.rotateMacKey(purpose)()),
    close: async () => rmSync(directory, { recursive: true }),
  }
}

declareVaultCases({ describe, it }, 'the vault in files', vaultCases({ shared: true }), () => inFiles(1_000))
declareVaultCases(
  { describe, it },
  'the vault in files that remembers one key',
  vaultCases({ runs: 50, shared: true }),
  () => inFiles(1),
)
