import type { KeyObject } from 'node:crypto'
import { existsSync } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { MacPurpose, VaultError } from '@refund-case/core'
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { makeDirectory, OWNER_ONLY, syncDirectory } from '../../files/directories.js'
import { reasonOf } from '../../files/file-error.js'
import { macPurposes, macUnder, macVersion, unknownMacKey } from '../mac-keys.js'
import type { RootKey } from './root-key.js'

/** The shop's own keys. Each is derived from the root key; what is kept on disk is which versions have been given out. */
export interface ShopKeys {
  readonly mac: (purpose: MacPurpose, text: string, keyVersion?: string) => Either<VaultError, string>
  readonly rotate: (purpose: MacPurpose) => Promise<Either<VaultError, string>>
}

const VERSION = /^v[1-9]\d{0,8}$/

export const openShopKeys = async (vaultDirectory: string, root: RootKey): Promise<ShopKeys> => {
  const directory = join(vaultDirectory, 'versions')
  await makeDirectory(directory)
  const names = await readdir(directory)
  const newest = new Map(macPurposes.map((purpose) => [purpose, newestIn(names, purpose)]))
  const made = new Map<string, KeyObject>()

  // Versions are given out in files without content, each made once. The first has always been there.
  const fileOf = (purpose: MacPurpose, version: number): string => join(directory, `${purpose}.${macVersion(version)}`)

  const known = (purpose: MacPurpose, version: number): boolean => {
    const last = newest.get(purpose)
    if (last === undefined) return false
    if (version <= last) return true
    // Another process may have rotated since; this one then goes on with the new key too.
    if (!existsSync(fileOf(purpose, version))) return false
    newest.set(purpose, version)
    return true
  }

  const keyOf = (purpose: MacPurpose, version: number): KeyObject => {
    const name = `${purpose}.${version}`
    const key = made.get(name) ?? root.mac(purpose, version)
    made.set(name, key)
    return key
  }

  return {
    mac: (purpose, text, keyVersion) => {
      const version =
        keyVersion === undefined
          ? newest.get(purpose)
          : VERSION.test(keyVersion)
            ? Number(keyVersion.slice(1))
            : undefined
      return version !== undefined && known(purpose, version)
        ? right(macUnder(keyOf(purpose, version), version, text))
        : left(unknownMacKey)
    },
    rotate: async (purpose) => {
      const last = newest.get(purpose)
      if (last === undefined) return left(unknownMacKey)
      let version = last + 1
      while (!(await givenOut(fileOf(purpose, version)))) version += 1
      await syncDirectory(directory)
      newest.set(purpose, version)
      return right(macVersion(version))
    },
  }
}

const newestIn = (names: ReadonlyArray<string>, purpose: MacPurpose): number =>
  names
    .filter((name) => name.startsWith(`${purpose}.`) && VERSION.test(name.slice(purpose.length + 1)))
    .reduce((newest, name) => Math.max(newest, Number(name.slice(purpose.length + 2))), 1)

/** Makes the file, unless somebody has made it before. */
const givenOut = async (path: string): Promise<boolean> => {
  try {
    await (await open(path, 'wx', OWNER_ONLY.file)).close()
    return true
  } catch (thrown) {
    if (reasonOf(thrown) !== 'EEXIST') throw thrown
    return false
  }
}
