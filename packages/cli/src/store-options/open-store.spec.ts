import { randomBytes } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { isLeft, isRight } from 'fp-ts/lib/Either.js'
import { afterAll, describe, expect, it } from 'vitest'
import { recordingTerminal } from '../../test/recording-terminal.js'
import { directoryWith } from '../../test/scenario-directory.js'
import { runCli } from '../cli.js'
import { exitCodes } from '../exit-code.js'
import { openStore, storeUsage, withStore, type OpenedStore, type SaidOfStore } from './index.js'

const key = randomBytes(32).toString('base64')
const otherKey = randomBytes(32).toString('hex')
const short = 'c2VjcmV0'
const files = directoryWith({ key: `${key}\n`, short, here: '' })
afterAll(files.remove)

const vault = files.file('vault')

const answer = async (said: SaidOfStore, environment: { readonly [name: string]: string } = {}) => {
  const opened = await openStore(said, environment)
  if (isLeft(opened)) return opened.left.code
  await opened.right.close()
  return 'opened'
}

const PASSWORD = 'hunter2'

describe('where the streams and the keys are', () => {
  it.each<[string, SaidOfStore, { readonly [name: string]: string }, string]>([
    ['in memory, where nothing is said', {}, {}, 'opened'],
    ['in memory, where that is said', { store: 'memory' }, {}, 'opened'],
    ['nowhere known', { store: 'postgres://localhost' }, {}, 'STORE_UNKNOWN'],
    ['on a server, and nowhere', { store: 'esdb://localhost' }, {}, 'VAULT_NOT_DURABLE'],
    ['on servers, and nowhere', { store: 'esdb+discover://a,b' }, { REFUND_CASE_VAULT_KEY: key }, 'VAULT_NOT_DURABLE'],
    ['in files without a key', { vault }, {}, 'VAULT_KEY_MISSING'],
    ['in files under a key of no length', { vault }, { REFUND_CASE_VAULT_KEY: short }, 'VAULT_LOCKED'],
    [
      'in files under a key that is not there',
      { vault, 'vault-key-file': files.file('none') },
      {},
      'VAULT_KEY_MISSING',
    ],
    ['in no files, for all their key', { 'vault-key-file': files.file('key') }, {}, 'VAULT_MISSING'],
    ['in files under a key of a file', { vault, 'vault-key-file': files.file('key') }, {}, 'opened'],
    ['the same under a key of the environment', { vault }, { REFUND_CASE_VAULT_KEY: key }, 'opened'],
    ['the same under another key', { vault }, { REFUND_CASE_VAULT_KEY: otherKey }, 'VAULT_LOCKED'],
    ['among other files', { vault: files.path }, { REFUND_CASE_VAULT_KEY: key }, 'VAULT_DAMAGED'],
    ['in what is a file', { vault: files.file('here') }, { REFUND_CASE_VAULT_KEY: key }, 'VAULT_UNAVAILABLE'],
  ])('%s', async (_, said, environment, expected) => {
    expect(await answer(said, environment)).toBe(expected)
  })

  it('leaves a directory that is no vault’s as it is', () => {
    expect(readdirSync(files.path).toSorted()).toEqual(['here', 'key', 'short', 'vault'])
  })

  it('goes by the file that was named before the environment', async () => {
    expect(await answer({ vault, 'vault-key-file': files.file('key') }, { REFUND_CASE_VAULT_KEY: otherKey })).toBe(
      'opened',
    )
  })

  it('is for nobody but the owner, where it is made', () => {
    expect(statSync(vault).mode & 0o777).toBe(0o700)
    for (const name of readdirSync(vault, { recursive: true, encoding: 'utf8' }))
      expect(statSync(`${vault}/${name}`).mode & 0o077).toBe(0)
  })
})

const saidBy = async (...args: ReadonlyArray<string>): Promise<string> => {
  const { terminal, said } = recordingTerminal()
  await runCli(args, terminal)
  return said.out
}

describe('a command on the store that was asked for', () => {
  it('can be any: each says how to name it', async () => {
    const names = [...(await saidBy('--help')).matchAll(/^ {2}([a-z-]+) {3}/gm)].map(([, name = '']) => name)
    expect(names).toContain('demo')
    for (const name of names) expect(await saidBy(name, '--help')).toContain(storeUsage)
  })

  it('gets it, answers for itself, and need not close it', async () => {
    const { terminal, said } = recordingTerminal()
    let seen: OpenedStore | undefined
    const code = await withStore('look', {}, terminal, async (opened) => {
      seen = opened
      return exitCodes.failed
    })
    expect([code, said.err]).toEqual([exitCodes.failed, ''])
    expect(await seen?.store.readStream('refundCase-1')()).toMatchObject({ right: { lastRevision: 'no_stream' } })
  })

  it('does not begin where it cannot be had, and says why', async () => {
    const { terminal, said } = recordingTerminal()
    const code = await withStore('look', { store: 'nowhere' }, terminal, () => Promise.reject(new Error('it began')))
    expect(code).toBe(exitCodes.unusable)
    expect(said.err).toBe(
      'refund-case look: STORE_UNKNOWN: --store knows memory and esdb://…, the address of an EventStoreDB.\n',
    )
  })
})

describe('what is said when it cannot be had', () => {
  it('holds no key and no password', async () => {
    const said = await Promise.all([
      openStore({ store: `esdb://admin:${PASSWORD}@localhost:2113` }, {}),
      openStore({ store: `http://admin:${PASSWORD}@localhost:2113` }, {}),
      openStore({ vault }, { REFUND_CASE_VAULT_KEY: short }),
      openStore({ vault }, { REFUND_CASE_VAULT_KEY: otherKey }),
      openStore({ vault, 'vault-key-file': files.file('short') }, {}),
    ])
    for (const each of said) {
      expect(isRight(each)).toBe(false)
      expect(JSON.stringify(each)).not.toMatch(new RegExp(`${PASSWORD}|${short}|${otherKey}`))
    }
  })

  it('says what to do', async () => {
    expect(await openStore({ store: 'esdb://localhost' }, {})).toMatchObject({
      left: { message: expect.stringContaining('Name a directory for them with --vault.') },
    })
  })
})
