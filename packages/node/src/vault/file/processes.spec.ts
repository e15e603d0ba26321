import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { Sealed, type VaultError } from '@refund-case/core'
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fileVault } from './file-vault.js'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const Told = t.union([
  t.literal('ready'),
  t.type({ sealed: Sealed }),
  t.type({ erasing: t.string }),
  t.type({ erased: t.string }),
])
type Told = t.TypeOf<typeof Told>

const wrappingKey = randomBytes(32)
let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'vault-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

const held = <A>(either: Either<unknown, A>): A => {
  if (isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}

/** A process of its own, ready to begin. */
const startProcess = async (task: 'seal' | 'live', subjects: ReadonlyArray<string>) => {
  const child: ChildProcess = spawn(
    process.execPath,
    [at('../../../test/vault-process.mjs'), directory, wrappingKey.toString('hex'), task, ...subjects],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const told: Array<Told> = []
  const ended = new Promise<unknown>((resolve) => child.once('close', (code, signal) => resolve(signal ?? code)))
  await new Promise<void>((resolve) => {
    if (child.stdout === null) throw new Error('the process says nothing')
    createInterface(child.stdout).on('line', (line) => {
      const heard = held(Told.decode(JSON.parse(line)))
      if (heard === 'ready') resolve()
      else told.push(heard)
    })
  })
  return { told, ended, begin: () => child.stdin?.write('go\n'), kill: () => child.kill('SIGKILL') }
}

describe('several processes with one vault', () => {
  beforeAll(() => {
    const tsc = at('../../../../../node_modules/typescript/bin/tsc')
    spawnSync(process.execPath, [tsc, '-b', at('../../..')], { encoding: 'utf8' })
  }, 240_000)

  it('make it together, and each subject’s key is one', async () => {
    const subjects = Array.from({ length: 12 }, (_, no) => `c-${no}`)
    const all = await Promise.all([1, 2, 3].map(() => startProcess('seal', subjects)))
    for (const { begin } of all) begin()
    expect(await Promise.all(all.map(({ ended }) => ended))).toEqual([0, 0, 0])
    const vault = held(await fileVault({ directory, wrappingKey })())
    for (const subject of subjects) {
      const sealed = all.flatMap(({ told }) => told.flatMap((each) => (isSealing(each, subject) ? [each.sealed] : [])))
      expect(sealed).toHaveLength(3)
      expect(new Set(sealed.map(({ keyId }) => keyId)).size).toBe(1)
      for (const value of sealed) expect(await vault.open(value, 'here')()).toEqual(right(subject))
    }
  })

  it('may be killed at any moment: what each was answered holds for all', async () => {
    const subjects = ['mia', 'lin', 'wang']
    for (const afterMillis of [80, 180]) {
      const [one, other] = await Promise.all([
        startProcess('live', subjects),
        startProcess('live', subjects.toReversed()),
      ])
      one.begin()
      other.begin()
      await new Promise((resolve) => setTimeout(resolve, afterMillis))
      one.kill()
      await new Promise((resolve) => setTimeout(resolve, 20))
      other.kill()
      expect(await Promise.all([one.ended, other.ended])).toEqual(['SIGKILL', 'SIGKILL'])
      const vault = held(await fileVault({ directory, wrappingKey })())
      for (const { told } of [one, other])
        for (const [index, each] of told.entries()) {
          if (typeof each === 'string' || !('sealed' in each)) continue
          const { subject } = each.sealed
          const opened: Either<VaultError, string> = await vault.open(each.sealed, 'here')()
          const later = told.slice(index)
          // Both erase, so a key may be gone for the other’s sake; it is never lost, and what was erased never opens.
          if (later.some((then) => typeof then !== 'string' && 'erased' in then && then.erased === subject))
            expect(opened).toMatchObject({ left: { code: 'KEY_DESTROYED' } })
          else
            expect(isLeft(opened) ? opened.left.code : opened.right).toMatch(new RegExp(`^(${subject}|KEY_DESTROYED)$`))
        }
      for (const subject of subjects) {
        const sealed = held(await vault.sealer(subject)())('text', 'here')
        expect(await vault.open(sealed, 'here')()).toEqual(right('text'))
      }
    }
  })
})

const isSealing = (told: Told, subject: string): told is { readonly sealed: Sealed } =>
  typeof told !== 'string' && 'sealed' in told && told.sealed.subject === subject
