import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import { isLeft } from 'fp-ts/lib/Either.js'
import { describe, expect, it, vi } from 'vitest'
import { changedAt, isObject, partAt, placesIn } from '../../test/data-path.js'
import { fixture } from '../../test/play.js'
import { hasShapeProblem, type Scope } from '../form/form.js'
import { file } from '../format/file.js'
import { readSource } from '../source/source.js'
import { scenarioSchema } from './scenario-schema.js'
import { writtenJson } from './written-json.js'

// A busy machine plays slowly.
vi.setConfig({ testTimeout: 60_000 })

const examples = new URL('../../../../examples/scenarios/', import.meta.url)
const texts = [
  ...readdirSync(examples)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(new URL(name, examples), 'utf8')),
  fixture('every-expectation.yaml'),
  fixture('every-paper.yaml'),
  fixture('small.yaml'),
]
const data = texts.map((text) => {
  const source = readSource('file', text)
  return isLeft(source) ? source.left : source.right.data
})

const validate = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(scenarioSchema())
const scope: Scope = { zone: 'Asia/Shanghai', currency: 'CNY', numberText: () => undefined }
const hasShape = (value: unknown): boolean => !hasShapeProblem(file.read(value, '', scope))

describe('the JSON Schema of a scenario file', () => {
  it('stands in scenario.schema.json (npx vitest run scenario-schema --update rewrites it)', async () => {
    await expect(`${writtenJson(scenarioSchema())}\n`).toMatchFileSnapshot('../../scenario.schema.json')
  })

  it('lets every example through', () => {
    for (const example of data) {
      expect(validate(example), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true)
      expect(hasShape(example)).toBe(true)
    }
  })

  it('lets through exactly what has the shape of a scenario, whatever is changed in one', () => {
    const short = data.filter((_, index) => (texts[index]?.length ?? 0) < 9_000)
    expect(short.length).toBeGreaterThan(3)
    const cases = short.map((example) => ({ example, places: [...placesIn(example, [])] }))
    fc.assert(
      fc.property(
        fc.constantFrom(...cases),
        fc.nat(),
        fc.nat(),
        change,
        ({ example, places }, first, second, [name, how]) => {
          const place = places[first % places.length] ?? []
          const donor = partAt(example, places[second % places.length] ?? [])
          const mutant = changedAt(example, place, (part) => how(part, donor))
          const said = `${name} at ${place.join('/')}: ${JSON.stringify(validate.errors?.slice(0, 2))}`
          expect(hasShape(mutant), said).toBe(validate(mutant))
        },
      ),
      { numRuns: 400 },
    )
  })
})

type Change = (part: unknown, donor: unknown) => unknown

const without = (part: unknown, drop: (index: number) => boolean): unknown => {
  if (Array.isArray(part)) return part.filter((_, index) => !drop(index))
  return isObject(part) ? Object.fromEntries(Object.entries(part).filter((_, index) => !drop(index))) : null
}

/** Ways to spoil one piece of a file, or to put another piece of it in its place. */
const change = fc.constantFrom<readonly [string, Change]>(
  ['another piece', (_, donor) => donor],
  ['null', () => null],
  ['an empty mapping', () => ({})],
  ['an empty list', () => []],
  ['a number', () => 7],
  ['a negative number', () => -1],
  ['an amount as text', () => '7.00'],
  ['an empty text', () => ''],
  ['a text', () => 'requested'],
  ['none', () => 'none'],
  ['a day', () => '2026-03-09'],
  ['a time', () => '2026-03-09 10:05'],
  ['true', () => true],
  ['in a list', (part) => [part]],
  ['twice in a list', (part) => [part, part]],
  ['without its first piece', (part) => without(part, (index) => index === 0)],
  ['without its last pieces', (part) => without(part, (index) => index > 0)],
  ['with a field more', (part) => (isObject(part) ? { ...part, surplus: 1 } : part)],
  [
    'with a known field more',
    (part) => (isObject(part) ? { ...part, title: 'x', by: 'li', actor: 'li', look: 'C1' } : part),
  ],
  [
    'with the fields of another piece',
    (part, donor) => (isObject(part) && isObject(donor) ? { ...part, ...donor } : donor),
  ],
)
