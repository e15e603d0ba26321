import type { TestFramework } from '../store-contract/store-contract.js'
import { erasing } from './erasing.js'
import { keepingKeys } from './keeping-keys.js'
import { keyedHashes, rotating } from './keyed-hashes.js'
import { sealing } from './sealing.js'
import { sharing } from './sharing.js'
import type { VaultCaseGroup } from './vault-case.js'
import type { VaultUnderTest } from './vault-under-test.js'

export interface VaultContractOptions {
  /** How many values each property is held against (default 200). */
  readonly runs?: number
  /** The vault can give out new versions of the shop's own keys: `rotateMacKey` is there. */
  readonly rotates?: boolean
  /** Several processes may have the vault open: `elsewhere` is there, and `rotateMacKey`. */
  readonly shared?: boolean
}

/** Every promise of the Vault port, as cases to be run in whatever way suits. */
export const vaultCases = ({
  runs = 200,
  rotates = false,
  shared = false,
}: VaultContractOptions = {}): ReadonlyArray<VaultCaseGroup> => [
  sealing(runs),
  keepingKeys,
  erasing(runs),
  keyedHashes(runs),
  ...(rotates || shared ? [rotating] : []),
  ...(shared ? [sharing] : []),
]

/**
 * Declares groups of cases, each case with a vault of its own:
 *
 *     import { describe, it } from 'vitest'
 *     declareVaultCases({ describe, it }, 'my vault', vaultCases(), async () => ({ vault: myVault() }))
 */
export const declareVaultCases = (
  { describe, it }: TestFramework,
  name: string,
  groups: ReadonlyArray<VaultCaseGroup>,
  makeVault: () => Promise<VaultUnderTest>,
): void => {
  describe(name, () => {
    for (const group of groups)
      describe(group.name, () => {
        for (const { name: promise, run } of group.cases)
          it(promise, async () => {
            const under = await makeVault()
            try {
              await run(under)
            } finally {
              await under.close?.()
            }
          })
      })
  })
}
