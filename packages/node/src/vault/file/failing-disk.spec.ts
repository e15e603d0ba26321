import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import files from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Sealed, VaultError } from '@refund-case/core'
import { isLeft, isRight, right, type Either } from 'fp-ts/lib/Either.js'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fileVault, type FileVault } from './file-vault.js'

// Every step that is taken on the disk passes here first.
let before: (step: string, path: string) => Promise<void>
const goOn = () => Promise.resolve()
const openFiles = new Set<files.FileHandle>()

const handled = (path: string, file: files.FileHandle): files.FileHandle => {
  const [write, close] = [file.writeFile.bind(file), file.close.bind(file)]
  return Object.assign(file, {
    writeFile: async (text: string) => {
      await before('write', path)
      return write(text)
    },
    // That it is asked for is what matters here; doing it takes the time of a disk.
    sync: () => before('sync', path),
    close: async () => {
      await before('close', path)
      openFiles.delete(file)
      return close()
    },
  })
}

const real = { ...files }
const watched = {
  mkdir: async (...args: Parameters<typeof files.mkdir>) => {
    await before('mkdir', String(args[0]))
    return real.mkdir(...args)
  },
  readFile: async (path: string, encoding: 'utf8') => {
    await before('read', path)
    return real.readFile(path, encoding)
  },
  readdir: async (path: string) => {
    await before('readdir', path)
    return real.readdir(path)
  },
  link: async (...args: Parameters<typeof files.link>) => {
    await before('link', String(args[1]))
    return real.link(...args)
  },
  rename: async (...args: Parameters<typeof files.rename>) => {
    await before('rename', String(args[1]))
    return real.rename(...args)
  },
  rm: async (...args: Parameters<typeof files.rm>) => {
    await before('rm', String(args[0]))
    return real.rm(...args)
  },
  open: async (...args: Parameters<typeof files.open>) => {
    await before('open', String(args[0]))
    const file = await real.open(...args)
    openFiles.add(file)
    return handled(String(args[0]), file)
  },
}

// The module’s own functions are replaced, for this thread, wherever they have been imported.
beforeAll(() => {
  Object.assign(files, watched)
  syncBuiltinESMExports()
})
afterAll(() => {
  Object.assign(files, real)
  syncBuiltinESMExports()
})

const directories: Array<string> = []
afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true })
})
beforeEach(() => {
  before = goOn
})

const wrappingKey = randomBytes(32)
const newDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'vault-'))
  directories.push(directory)
  return directory
}
const held = <A>(either: Either<VaultError, A>): A => {
  if (isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}
const opened = async (directory: string): Promise<FileVault> => held(await fileVault({ directory, wrappingKey })())

interface Heard {
  /** What was sealed under a key that the vault had answered with, and whether its erasure was answered. */
  readonly sealed: Array<{ readonly value: Sealed; readonly erased: boolean }>
  failure?: VaultError
}

/** Makes a vault, a key, erases it, makes the next and a new version of another; tells what was answered so far. */
const life = async (directory: string, heard: Heard): Promise<void> => {
  const unless = <A>(answer: Either<VaultError, A>): answer is { readonly _tag: 'Right'; readonly right: A } => {
    if (isLeft(answer)) heard.failure = answer.left
    return isRight(answer)
  }
  const vault = await fileVault({ directory, wrappingKey })()
  if (!unless(vault)) return
  const first = await vault.right.sealer('mia')()
  if (!unless(first)) return
  heard.sealed.push({ value: first.right('first', 'here'), erased: false })
  if (!unless(await vault.right.erase('mia')())) return
  heard.sealed.splice(0, 1, ...heard.sealed.map(({ value }) => ({ value, erased: true })))
  const second = await vault.right.sealer('mia')()
  if (!unless(second)) return
  heard.sealed.push({ value: second.right('second', 'here'), erased: false })
  if (!unless(await vault.right.rotateMacKey('fingerprint')())) return
  unless(await vault.right.relock({ wrappingKey })())
}

/** What was answered holds: in a process that comes afterwards, and for a repeat of everything. */
const holdsAfterwards = async (directory: string, { sealed }: Heard): Promise<void> => {
  before = goOn
  for (const file of openFiles) await file.close()
  openFiles.clear()
  const vault = await opened(directory)
  for (const { value, erased } of sealed) {
    const answer = await vault.open(value, 'here')()
    if (erased) expect(answer).toMatchObject({ left: { code: 'KEY_DESTROYED' } })
    // An erasure that was not answered may have been done or not.
    else expect([answer, isLeft(answer) && answer.left.code]).toContainEqual(isRight(answer) ? answer : 'KEY_DESTROYED')
  }
  const last = sealed.at(-1)
  if (sealed.length === 2 && last !== undefined) expect(await vault.open(last.value, 'here')()).toEqual(right('second'))
  const again: Heard = { sealed: [] }
  await life(directory, again)
  expect(again.failure).toBeUndefined()
  expect(again.sealed).toHaveLength(2)
  held(await vault.erase('mia')())
  for (const { value } of [...sealed, ...again.sealed])
    expect(await vault.open(value, 'here')()).toMatchObject({ left: { code: 'KEY_DESTROYED' } })
  // Nothing that a key was written to is left, but what belongs to no subject.
  expect(readdirSync(join(directory, 'tmp')).filter((name) => !name.startsWith('vault.json'))).toEqual([])
}

/** How many steps a life takes on the disk. */
const stepsOfLife = async (): Promise<number> => {
  let steps = 0
  before = () => {
    steps += 1
    return Promise.resolve()
  }
  await life(newDirectory(), { sealed: [] })
  return steps
}

const never = new Promise<void>(() => undefined)

describe('a vault whose process is killed', () => {
  it('keeps what it answered, at whatever step of the disk that is', async () => {
    const steps = await stepsOfLife()
    expect(steps).toBeGreaterThan(60)
    for (let at = 1; at <= steps; at += 1) {
      const directory = newDirectory()
      const heard: Heard = { sealed: [] }
      let taken = 0
      await new Promise<void>((resolve) => {
        // From here on nothing that this process began goes on.
        before = () => {
          taken += 1
          if (taken < at) return Promise.resolve()
          resolve()
          return never
        }
        void life(directory, heard)
      })
      await holdsAfterwards(directory, heard)
    }
  })
})

describe('a vault whose disk fails', () => {
  const codes = ['ENOSPC', 'EROFS', 'EACCES', 'EIO']

  it.each(codes)('says so and keeps what it answered: %s', async (code) => {
    const steps = await stepsOfLife()
    // Each step fails for one of them.
    for (let at = codes.indexOf(code) + 1; at <= steps; at += codes.length) {
      const directory = newDirectory()
      const heard: Heard = { sealed: [] }
      let taken = 0
      before = (_, path) => {
        taken += 1
        return taken < at ? Promise.resolve() : Promise.reject(Object.assign(new Error(code), { code, path }))
      }
      await life(directory, heard)
      expect(heard.failure).toMatchObject({ code: 'VAULT_UNAVAILABLE', facts: { reason: code } })
      expect(String(heard.failure?.facts['file'])).toContain(basename(directory))
      await holdsAfterwards(directory, heard)
    }
  })
})

const kindOf = (path: string): string =>
  path.endsWith('.tmp') ? 'temporary' : path.endsWith('.json') ? 'file' : 'directory'

/** The steps of one call, with what they were about. */
const stepsOf = async (call: () => Promise<unknown>): Promise<ReadonlyArray<string>> => {
  const steps: Array<string> = []
  before = (name, path) => {
    if (name !== 'readdir' && name !== 'read') steps.push(`${name} ${kindOf(path)}`)
    return Promise.resolve()
  }
  await call()
  return steps
}

describe('what is answered', () => {
  it('is on the disk: content before name, name before answer', async () => {
    const vault = await opened(newDirectory())
    const made = await stepsOf(() => vault.sealer('mia')())
    expect(made.slice(made.indexOf('open temporary'))).toEqual([
      'open temporary',
      'write temporary',
      'sync temporary',
      'close temporary',
      'link file',
      'open directory',
      'sync directory',
      'close directory',
      'rm temporary',
      ...['open', 'sync', 'close', 'open', 'sync', 'close'].map((name) => `${name} directory`),
    ])
    expect((await stepsOf(() => vault.erase('mia')())).slice(6, 14)).toEqual([
      'open temporary',
      'write temporary',
      'sync temporary',
      'close temporary',
      'rename file',
      'open directory',
      'sync directory',
      'close directory',
    ])
  })

  it('is written once, however many of one process ask for it at once', async () => {
    const vault = await opened(newDirectory())
    const steps = await stepsOf(() => Promise.all(Array.from({ length: 50 }, () => vault.sealer('mia')())))
    expect(steps.filter((step) => step === 'open temporary')).toHaveLength(1)
  })
})
