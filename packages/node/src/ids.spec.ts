import * as crypto from 'node:crypto'
import fc from 'fast-check'
import { v5, validate, version } from 'uuid'
import { describe, expect, it } from 'vitest'
import { digestOn, sha256 } from './digest.js'
import { uuids } from './ids.js'

const text = fc.string({ unit: 'binary' })
const uuid = fc.uuid({ version: [1, 4, 5, 7] })

describe('an id of a name', () => {
  it('is the name-based UUID of RFC 9562', () => {
    const ids = uuids()
    fc.assert(
      fc.property(uuid, text, (namespace, name) => {
        expect(ids.v5(namespace, name)).toBe(v5(Buffer.from(name), namespace))
      }),
      { numRuns: 1_000 },
    )
    // Appendix A.4 of the RFC.
    expect(ids.v5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    )
  })

  it('does not depend on what was asked before', () => {
    const used = uuids()
    fc.assert(
      fc.property(fc.oneof(uuid, text), text, (namespace, name) => {
        expect(used.v5(namespace, name)).toBe(uuids().v5(namespace, name))
      }),
    )
  })

  it('can be had in a namespace of any name, which is a UUID of its own for each', () => {
    const ids = uuids()
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (namespace, name) => {
        const id = ids.v5(namespace, name)
        expect(validate(id) && version(id)).toBe(5)
        expect(ids.v5(`${namespace}!`, name)).not.toBe(id)
      }),
    )
    expect(ids.v5('main shop', 'key')).toBe('7cf73f48-5b2e-5d36-920a-260ff4a421c8')
  })
})

describe('a fresh id', () => {
  it('is a UUID of version 7, and no other one', () => {
    const ids = uuids()
    const drawn = Array.from({ length: 20_000 }, ids.v7)
    expect(drawn.every((id) => validate(id) && version(id) === 7 && id === id.toLowerCase())).toBe(true)
    expect(new Set(drawn).size).toBe(drawn.length)
  })
})

describe('SHA-256', () => {
  it('is the same by every way that Node has', () => {
    fc.assert(
      fc.property(text, (value) => {
        const expected = crypto.createHash('sha256').update(value, 'utf8').digest('hex')
        expect([sha256(value), digestOn({})('sha256', value), digestOn(crypto)('sha256', value)]).toEqual([
          expected,
          expected,
          expected,
        ])
      }),
    )
  })
})
