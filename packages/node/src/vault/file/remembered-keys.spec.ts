import { describe, expect, it } from 'vitest'
import { newSubjectKey } from '../subject-key.js'
import { rememberedKeys } from './remembered-keys.js'
import type { KeptKey } from './subject-files.js'

const kept = (subject: string): KeptKey => ({ key: newSubjectKey(subject), file: subject, seen: '' })

describe('the keys that are remembered', () => {
  it('are those that were used last, and so many at most', () => {
    const keys = rememberedKeys(2)
    for (const subject of ['a', 'b']) keys.keep(subject, kept(subject))
    expect(keys.find('a')).toBeDefined()
    keys.keep('c', kept('c'))
    expect(['a', 'b', 'c'].filter((subject) => keys.find(subject) !== undefined)).toEqual(['a', 'c'])
  })

  it('are overwritten when they are destroyed, and left to their holders when they are only forgotten', () => {
    const keys = rememberedKeys(1)
    const [forgotten, destroyed] = [kept('a'), kept('b')]
    const sealed = [forgotten, destroyed].map(({ key }) => key.seal('text', 'here'))
    keys.keep('a', forgotten)
    keys.keep('b', destroyed)
    keys.destroy('b')
    keys.destroy('nobody')
    expect(keys.find('b')).toBeUndefined()
    expect([forgotten, destroyed].map(({ key }, at) => sealed[at] && key.open(sealed[at], 'here'))).toEqual([
      'text',
      undefined,
    ])
  })
})
