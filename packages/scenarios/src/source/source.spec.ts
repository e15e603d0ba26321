import { isLeft, isRight } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { scenarioProblemText } from './problem.js'
import { readSource } from './source.js'

const said = (text: string): ReadonlyArray<string> => {
  const source = readSource('f.yaml', text)
  return isLeft(source) ? source.left.map(scenarioProblemText) : ['fine']
}

describe('reading a file', () => {
  it('knows where each piece stands and how each number was written', () => {
    const source = readSource('f.yaml', 'a:\n  - 198.00\n  - { b: 2, c~/d: x }\n')
    expect(isRight(source) && source.right.data).toEqual({ a: [198, { b: 2, 'c~/d': 'x' }] })
    expect(isRight(source) && source.right.numberText('/a/0')).toBe('198.00')
    expect(isRight(source) && source.right.problemAt('/a/1/c~0~1d', 'odd')).toEqual({
      file: 'f.yaml',
      line: 3,
      column: 13,
      path: '/a/1/c~0~1d',
      message: 'odd',
    })
    expect(isRight(source) && source.right.problemAt('/a/1/missing', 'missing').line).toBe(3)
  })

  it('takes JSON as it is, and dates, times and yes as texts', () => {
    const source = readSource('f.json', '{"a": 1.50, "b": "2026-03-18", "1": null}')
    expect(isRight(source) && source.right.data).toEqual({ a: 1.5, b: '2026-03-18', 1: null })
    const yaml = readSource('f.yaml', 'at: 2026-03-09 10:05\nday: 2026-03-18\nyes: no\n')
    expect(isRight(yaml) && yaml.right.data).toEqual({ at: '2026-03-09 10:05', day: '2026-03-18', yes: 'no' })
  })

  it('repeats what an anchor names', () => {
    const source = readSource('f.yaml', 'a: &one { n: 1.00 }\nb: *one\n')
    expect(isRight(source) && source.right.data).toEqual({ a: { n: 1 }, b: { n: 1 } })
    expect(isRight(source) && source.right.numberText('/b/n')).toBe('1.00')
  })

  it('keeps names that JavaScript has a meaning for as plain names', () => {
    const source = readSource('f.yaml', '__proto__: { polluted: true }\nconstructor: 1\n')
    expect(isRight(source) && Object.keys(source.right.data ?? {})).toEqual(['__proto__', 'constructor'])
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it.each([
    ['a field twice', 'a: 1\nb: 2\na: 3\n', 'f.yaml:3:1 /: Map keys must be unique'],
    [
      'several documents',
      'a: 1\n---\nb: 2\n',
      'f.yaml:2:1 /: Source contains multiple documents; please use YAML.parseAllDocuments()',
    ],
    ['a tag', 'a: !!set {b}\n', 'f.yaml:1:10 /a: tags are not part of a scenario'],
    ['infinity', 'a: .inf\n', 'f.yaml:1:4 /a: expected a number that can be written in digits'],
    ['an alias of nothing', 'a: *nobody\n', 'f.yaml:1:4 /a: *nobody leads nowhere'],
    ['an alias of itself', 'a: &a\n  b: *a\n', 'f.yaml:2:6 /a/b: *a leads nowhere'],
    ['no name', '? [1, 2]\n: 3\n', 'f.yaml:1:3 /: With stringKeys, all keys must be strings'],
  ])('refuses %s, and says where', (_what, text, problem) => {
    expect(said(text)).toContain(problem)
  })

  it('ends with a file of aliases of aliases', () => {
    const layers = Array.from({ length: 12 }, (_, n) => `l${n + 1}: &l${n + 1} [${`*l${n}, `.repeat(9)}]`)
    expect(said(`l0: &l0 [1]\n${layers.join('\n')}\n`).join('\n')).toContain('too many aliases')
  })
})
