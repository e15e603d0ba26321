import { describe, expect, it } from 'vitest'
import { newSubjectKey } from './subject-key.js'

describe('a destroyed key', () => {
  it('is gone from memory: what it sealed opens no more, not even by whoever still holds it', () => {
    const key = newSubjectKey('subject')
    const sealed = key.seal('text', 'place')
    expect(key.open(sealed, 'place')).toBe('text')
    key.destroy()
    expect(key.open(sealed, 'place')).toBeUndefined()
  })
})
