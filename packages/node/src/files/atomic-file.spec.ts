import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { left, right } from 'fp-ts/lib/Either.js'
import { afterAll, describe, expect, it } from 'vitest'
import { atomicFile } from './atomic-file.js'
import { makeDirectory } from './directories.js'

const directory = mkdtempSync(join(tmpdir(), 'atomic-'))
afterAll(() => rmSync(directory, { recursive: true }))
let count = 0
const newFile = () => atomicFile(join(directory, `file-${(count += 1)}`))

describe('a file that is never half written', () => {
  it('is what was written last', async () => {
    const script = fc.array(
      fc.tuple(fc.constantFrom('create' as const, 'replace' as const), fc.string({ unit: 'binary' })),
      { maxLength: 6 },
    )
    await fc.assert(
      fc.asyncProperty(script, async (steps) => {
        const file = newFile()
        let expected: string | undefined
        for (const [step, text] of steps) {
          if (step === 'create') expect(await file.create(text)()).toEqual(right(expected === undefined))
          else expect(await file.replace(text)()).toEqual(right(undefined))
          expected = step === 'replace' ? text : (expected ?? text)
          expect(await file.read()).toEqual(right(expected))
        }
      }),
      { numRuns: 20 },
    )
  })

  it('is made by one of many, and all others are told so', async () => {
    const file = newFile()
    const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => file.create(`${at}`)()))
    const winners = answers.flatMap((answer, at) => ('right' in answer && answer.right ? [at] : []))
    expect(winners).toHaveLength(1)
    expect(await file.read()).toEqual(right(`${winners[0]}`))
  })

  it('is whole for whoever reads it while it is replaced', async () => {
    const file = newFile()
    const texts = ['a', 'b', 'c'].map((letter) => letter.repeat(100_000))
    await file.replace(texts[0] ?? '')()
    const writing = Promise.all(texts.flatMap((text) => [file.replace(text)(), file.replace(text)()]))
    for (let reads = 0; reads < 20; reads += 1) {
      const answer = await file.read()
      expect('right' in answer && texts.includes(answer.right ?? '')).toBe(true)
    }
    await writing
  })

  it('leaves nothing beside it, and is for its owner alone', async () => {
    const own = join(directory, 'own')
    expect(existsSync(own)).toBe(false)
    await makeDirectory(join(own, 'deep'))
    const file = atomicFile(join(own, 'deep', 'state'))
    await file.replace('1')()
    await file.create('2')()
    expect(readdirSync(join(own, 'deep'))).toEqual(['state'])
    expect(statSync(file.path).mode & 0o777).toBe(0o600)
    expect(statSync(own).mode & 0o777).toBe(0o700)
  })

  it('says which file could not be used, and why', async () => {
    const path = join(directory, 'nowhere', 'file')
    const failed = left(expect.objectContaining({ code: 'FILE_UNAVAILABLE', facts: { file: path, reason: 'ENOENT' } }))
    expect(await atomicFile(path).replace('text')()).toEqual(failed)
    expect(await atomicFile(path).create('text')()).toEqual(failed)
    expect(await atomicFile(path).read()).toEqual(right(undefined))
    expect(await atomicFile(directory).read()).toMatchObject({ left: { facts: { reason: 'EISDIR' } } })
  })
})
