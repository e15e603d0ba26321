import { describe, expect, it } from 'vitest'
import { en } from '../src/refusals/en.js'
import { refusalCodes, separationConflicts, terms } from '../src/refusals/index.js'
import { zhCN } from '../src/refusals/zh-cn.js'
import { callSites, codesIn, sources } from './reference/call-sites.js'
import { factsRead } from './reference/facts-read.js'

const listed: ReadonlySet<string> = new Set(refusalCodes)
const ofStoreOrVault = new Set([...Object.keys(en.storeErrors), ...Object.keys(en.vaultErrors)])
const made = callSites.filter(({ codes }) => !codes.every((code) => ofStoreOrVault.has(code)))
const codesMade = new Set(made.flatMap(({ codes }) => codes))

describe('refusal codes', () => {
  it('every code that is made is listed', () => {
    expect([...codesMade].filter((code) => !listed.has(code))).toEqual([])
  })

  it('every code that is listed is made somewhere', () => {
    expect(refusalCodes.filter((code) => !codesMade.has(code))).toEqual([])
  })

  it('stand in order, each once', () => {
    expect(refusalCodes).toEqual([...new Set(refusalCodes)].toSorted())
  })

  it('every other code in the sources is of a store, a vault, a stored event, a calendar or a time', () => {
    const others = new Set([
      ...ofStoreOrVault,
      ...Object.keys(en.undecodable),
      ...Object.keys(terms.calendarProblem),
      // Of projections; and of texts and numbers that are no time: they never leave the caller's code as a refusal.
      'CONFLICT_UNRESOLVED',
      'PROJECTION_STORE_FAILED',
      'PROJECTION_THREW',
      'SAVED_PROJECTION_DAMAGED',
      'NOT_AN_INSTANT',
      'NO_SUCH_DATE',
      'NO_SUCH_TIME',
      'NO_SUCH_OFFSET',
      'OFFSET_MISSING',
      'UNKNOWN_ZONE',
      'DAY_COUNT_OUT_OF_RANGE',
    ])
    const unknown = sources.flatMap(({ file, text }) =>
      codesIn(text).flatMap((code) => (listed.has(code) || others.has(code) ? [] : [`${file} ${code}`])),
    )
    expect(unknown).toEqual([])
  })

  it('every refusal says which rule it rests on', () => {
    const rule = /^(§\d( .+|-\d)?|[A-Z]{2}\d+)$/
    expect(made.filter((site) => site.rule !== undefined && !rule.test(site.rule))).toEqual([])
  })

  it('no sentence reads a fact that no refusal of its code gives', () => {
    const astray = refusalCodes.flatMap((code) => {
      const sites = made.filter(({ codes }) => codes.includes(code))
      if (sites.some(({ facts }) => facts === undefined)) return []
      const given = new Set(sites.flatMap(({ facts }) => facts ?? []))
      const read = [...factsRead(en.refusals[code]), ...factsRead(zhCN.refusals[code])]
      return [...new Set(read)].flatMap((name) => (given.has(name) ? [] : [`${code} ${name}`]))
    })
    expect(astray).toEqual([])
  })

  it('every conflict of duties that is named has a term', () => {
    const named = sources.flatMap(({ text }) =>
      [...text.matchAll(/conflict: '(\w+)'|separated\('(\w+)'\)/g)].map(([, a, b]) => a ?? b ?? ''),
    )
    expect([...new Set(named)].toSorted()).toEqual([...separationConflicts].toSorted())
  })
})
