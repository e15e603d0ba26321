import { randomBytes } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import type { VaultError } from '@refund-case/core'
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import { afterAll, describe, expect, it } from 'vitest'
import { fileVault, type FileVault } from './file-vault.js'
import { parseWrappingKey, type VaultLock } from './vault-lock.js'

const wrappingKey = randomBytes(32)
const passphrase = 'a phrase for the café'
const root = mkdtempSync(join(tmpdir(), 'vaults-'))
afterAll(() => rmSync(root, { recursive: true }))

let count = 0
const newDirectory = (): string => join(root, `${(count += 1)}`)
const held = <A>(either: Either<VaultError, A>): A => {
  if (isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}
const problem = <A>(either: Either<VaultError, A>): VaultError => {
  if (isLeft(either)) return either.left
  throw new Error('it was answered')
}
const open = (directory: string, lock: VaultLock = { wrappingKey }) => fileVault({ directory, ...lock })()
const filesIn = (directory: string): ReadonlyArray<string> =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(directory, name)).isFile(),
  )
const keyFileIn = (directory: string): string =>
  join(directory, filesIn(directory).find((name) => name.startsWith('subjects')) ?? '')

const text = (path: string) => readFileSync(path, 'utf8')

/** A vault with what one subject has sealed. */
const used = async (subject = 'mia') => {
  const directory = newDirectory()
  const vault: FileVault = held(await open(directory))
  const sealed = held(await vault.sealer(subject)())('王小明 13800138000', 'here')
  return { directory, vault, sealed }
}

describe('a file of the vault that is not as it was written', () => {
  it.each<[string, (written: string) => string | Uint8Array]>([
    ['is empty', () => ''],
    ['is half there', (written) => written.slice(0, written.length / 2)],
    ['is not text', () => randomBytes(300)],
    ['is other JSON', () => '{"hello":"world"}'],
    ['is of a later version', (written) => written.replace('"version": 1', '"version": 2')],
    ['has other bytes', (written) => written.replace(/"ciphertext": "../, '"ciphertext": "//')],
    ['has another nonce', (written) => written.replace(/"nonce": "../, '"nonce": "//')],
  ])('%s: the file is named', async (_, change) => {
    const { directory, sealed } = await used()
    const file = keyFileIn(directory)
    writeFileSync(file, change(text(file)))
    const vault = held(await open(directory))
    for (const answer of [await vault.open(sealed, 'here')(), await vault.sealer('mia')(), await vault.erase('mia')()])
      expect(answer).toMatchObject({ left: { code: 'VAULT_DAMAGED', facts: { file } } })
    const main = join(directory, 'vault.json')
    writeFileSync(main, change(text(main)))
    const { code, facts } = problem(await open(directory))
    expect(facts).toMatchObject({ file: main })
    // Whether the bytes or the key are wrong, nobody can tell.
    expect(['VAULT_DAMAGED', 'VAULT_LOCKED']).toContain(code)
  })

  it('was another subject’s, or another vault’s', async () => {
    const [mine, other] = [await used(), await used()]
    held(await mine.vault.sealer('lin')())
    const [first = '', second = ''] = filesIn(mine.directory).filter((name) => name.startsWith('subjects'))
    cpSync(join(mine.directory, second), join(mine.directory, first))
    const vault = held(await open(mine.directory))
    const answers = await Promise.all(['mia', 'lin'].map((subject) => vault.sealer(subject)()))
    expect(answers.filter(isLeft)).toMatchObject([{ left: { code: 'VAULT_DAMAGED' } }])
    cpSync(keyFileIn(other.directory), join(mine.directory, first))
    cpSync(keyFileIn(other.directory), join(mine.directory, second))
    for (const subject of ['mia', 'lin'])
      expect(problem(await held(await open(mine.directory)).sealer(subject)()).code).toBe('VAULT_DAMAGED')
  })

  it('was lost: a vault without its vault.json is not made anew over what is left', async () => {
    const { directory } = await used()
    rmSync(join(directory, 'vault.json'))
    expect(problem(await open(directory))).toMatchObject({ code: 'VAULT_DAMAGED', facts: { file: directory } })
  })

  it('is a directory', async () => {
    const directory = newDirectory()
    mkdirSync(join(directory, 'vault.json'), { recursive: true })
    expect(problem(await open(directory)).code).toBe('VAULT_UNAVAILABLE')
  })
})

describe('the lock of a vault', () => {
  it('opens by the same key or passphrase, and by nothing else', async () => {
    const [byKey, byPassphrase] = [newDirectory(), newDirectory()]
    held(await open(byKey))
    held(await open(byPassphrase, { passphrase }))
    held(await open(byKey))
    held(await open(byPassphrase, { passphrase: passphrase.normalize('NFD') }))
    const wrong: ReadonlyArray<readonly [string, VaultLock]> = [
      [byKey, { wrappingKey: randomBytes(32) }],
      [byKey, { wrappingKey: randomBytes(16) }],
      [byKey, { passphrase }],
      [byPassphrase, { passphrase: `${passphrase}!` }],
      [byPassphrase, { passphrase: 'short' }],
      [byPassphrase, { wrappingKey }],
    ]
    for (const [directory, lock] of wrong) expect(problem(await open(directory, lock)).code).toBe('VAULT_LOCKED')
  })

  it('is changed at once, for all keys, while other processes go on', async () => {
    const { directory, vault, sealed } = await used()
    const next = { wrappingKey: randomBytes(32) }
    const before = new Set(filesIn(directory).map((name) => text(join(directory, name))))
    const other = held(await open(directory))
    held(await vault.relock(next)())
    expect(problem(await open(directory)).code).toBe('VAULT_LOCKED')
    for (const each of [vault, other, held(await open(directory, next))]) {
      expect(await each.open(sealed, 'here')()).toEqual(right('王小明 13800138000'))
      expect(each.mac('fingerprint', 'text')).toEqual(vault.mac('fingerprint', 'text'))
    }
    const after = filesIn(directory).map((name) => text(join(directory, name)))
    expect(after.filter((content) => !before.has(content))).toHaveLength(1)
  })

  it('is read from text as openssl writes it', () => {
    expect(parseWrappingKey(`${wrappingKey.toString('base64')}\n`)).toEqual(right(Uint8Array.from(wrappingKey)))
    expect(parseWrappingKey(wrappingKey.toString('hex'))).toEqual(right(Uint8Array.from(wrappingKey)))
    for (const written of ['', 'secret', wrappingKey.toString('base64').slice(1), `${wrappingKey.toString('hex')}00`])
      expect(problem(parseWrappingKey(written)).code).toBe('VAULT_LOCKED')
  })
})

describe('what can be seen of a vault', () => {
  it('is for its owner alone, and shows no subject, text or key', async () => {
    const { directory, vault, sealed } = await used('13800138000')
    held(await vault.erase('13800138000')())
    held(await vault.sealer('13800138000')())
    for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' }))
      expect(statSync(join(directory, name)).mode & 0o077).toBe(0)
    const files = filesIn(directory)
    const shown = [
      ...files,
      ...files.map((name) => text(join(directory, name))),
      inspect(vault, { depth: 10, showHidden: true, getters: true }),
      JSON.stringify(problem(await open(directory, { passphrase }))),
      JSON.stringify(problem(await open(directory, { wrappingKey: randomBytes(32) }))),
      JSON.stringify(problem(await vault.open(sealed, 'here')())),
      JSON.stringify(problem(await vault.open({ ...sealed, keyId: '王小明' }, 'here')())),
    ].join('\n')
    for (const secret of [
      '13800138000',
      '王小明',
      passphrase,
      wrappingKey.toString('base64'),
      wrappingKey.toString('hex'),
    ])
      expect(shown).not.toContain(secret)
    expect(shown).not.toMatch(/<Buffer|Uint8Array|ArrayBuffer/)
  })

  it('lies in many directories, however many subjects there are', async () => {
    const vault = held(await open(newDirectory()))
    await Promise.all(Array.from({ length: 200 }, (_, at) => vault.sealer(`c-${at}`)()))
    const shelves = readdirSync(join(root, `${count}`, 'subjects'))
    expect(shelves.length).toBeGreaterThan(100)
    expect(shelves.every((name) => /^[0-9a-f]{2}$/.test(name))).toBe(true)
  })
})
