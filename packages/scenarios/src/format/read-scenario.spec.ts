import { isLeft, isRight } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { fixture } from '../../test/play.js'
import { scenarioProblemText } from '../source/problem.js'
import { readScenario } from './read-scenario.js'

const text = fixture('small.yaml')

const said = (file: string): ReadonlyArray<string> => {
  const scenario = readScenario('f.yaml', file)
  return isLeft(scenario) ? scenario.left.map(scenarioProblemText) : []
}
/** The file with one piece written differently. */
const changed = (piece: string, other: string): string => {
  if (!text.includes(piece)) throw new Error(`the fixture has no ${piece}`)
  return text.replace(piece, other)
}

describe('a scenario file', () => {
  it('is read whole', () => {
    const scenario = readScenario('f.yaml', text)
    expect(isRight(scenario) && scenario.right.steps.length).toBe(2)
    expect(isRight(scenario) && scenario.right.orders.get('T1')?.paid).toBe(12_000)
    expect(isRight(scenario) && scenario.right.zone).toBe('Asia/Shanghai')
  })

  it.each([
    ['a field nobody knows', 'title:', 'titel: x\ntitle:', '/titel: unknown field; known here:'],
    ['a field in other letters', 'title:', 'Title: x\ntitle:', '/Title: unknown field; did you mean title?'],
    ['no title', 'title: A chipped mug\n', '', '/title: missing'],
    [
      'an amount without decimals',
      'price: 120.00',
      'price: 120',
      '/orders/T1/lines/0/price: expected an amount in CNY with its 2 decimals',
    ],
    [
      'a price and a gross',
      'price: 120.00',
      'price: 120.00, gross: 120.00',
      '/orders/T1/lines/0: price and gross do not go together',
    ],
    [
      'a day that does not exist',
      '2026-03-06 11:00',
      '2026-02-29 11:00',
      '/orders/T1/receivedAt: There is no 2026-02-29',
    ],
    ['a person nobody named', 'by: li', 'by: lee', '/steps/1: nobody is called lee'],
    ['nobody at all', 'by: li', 'title: x', '/steps/1: one of by, actor is missing'],
    ['an actor without a role', 'by: li', 'actor: li', '/steps/1: actor needs role beside it'],
    [
      'a phone number for an id',
      'id: c-1',
      "id: '13800138000'",
      '/people/customer/id: expected an opaque id of a person',
    ],
    ['a case that nobody opened', 'case: C1 # review', 'case: C2', '/steps/1/case: no earlier step requests a case C2'],
    [
      'a command that is none',
      'command: review',
      'command: revue',
      '/steps/1/command: expected one of request, review',
    ],
    ['a field the command has not', 'fault: merchant', 'faults: merchant', '/steps/1/with/faults: unknown field'],
    [
      'a word the field has not',
      'fault: merchant',
      'fault: nobody',
      '/steps/1/with/fault: expected one of merchant, customer',
    ],
    [
      'two things in one step',
      'command: review',
      'command: review\n    look: C1',
      '/steps/1: command and look do not go together',
    ],
    [
      'nothing in a step',
      '- at: 2026-03-09 15:00',
      '- at: 2026-03-09 14:00\n  - at: 2026-03-09 15:00',
      '/steps/1: one of command, race, look',
    ],
    [
      'a command that expects nothing',
      'events: [Reviewed]',
      'situation: accepted',
      '/steps/1/expect: one of events, refused, repeated is missing',
    ],
    [
      'a look that expects nothing',
      '  - at: 2026-03-09 15:00',
      '  - { at: 2026-03-09 14:00, look: C1, expect: {} }\n  - at: 2026-03-09 15:00',
      '/steps/1/expect: one of situation, route',
    ],
    [
      'a case of which nothing is expected',
      'events: [Reviewed]',
      'events: [Reviewed], cases: { C1: {} }',
      '/steps/1/expect/cases/C1: one of situation',
    ],
    [
      'an account of which nothing is expected',
      'events: [Reviewed]',
      'events: [Reviewed], accounts: { T1: {} }',
      '/steps/1/expect/accounts/T1: one of free',
    ],
    [
      'a refusal beside events',
      'events: [Reviewed]',
      'events: [Reviewed], refused: CASE_ENDED',
      '/steps/1/expect: events and refused do not go together',
    ],
    ['a code that nobody answers', 'events: [Reviewed]', 'refused: NOT_TODAY', '/steps/1/expect/refused: expected'],
    [
      '{} for an event',
      'events: [Reviewed]',
      'events: [{}]',
      '/steps/1/expect/events/0: expected exactly one name in the mapping',
    ],
    [
      'an event without its fields',
      'events: [Reviewed]',
      'events: [Reviewed: {}]',
      '/steps/1/expect/events/0/Reviewed: write just Reviewed',
    ],
    ['an event that is none', 'events: [Reviewed]', 'events: [Reviewd]', '/steps/1/expect/events/0'],
    [
      'a field the event has not',
      'events: [Reviewed]',
      'events: [Reviewed: { amuont: 1.00 }]',
      '/steps/1/expect/events/0/Reviewed/amuont: Reviewed has no amuont',
    ],
    [
      'a count for an amount in an event',
      'events: [Reviewed]',
      'events: [Reviewed: { quote.amounts.goods: 40 }]',
      '/steps/1/expect/events/0/Reviewed/quote.amounts.goods: expected an amount',
    ],
    ['a policy that is none', 'policy: chinaRetail', 'policy: chinaWholesale', '/policy: expected chinaRetail'],
    [
      'a setting that is none',
      'policy: chinaRetail',
      'policy: { preset: chinaRetail, settings: [sameDay] }',
      '/policy/settings/0',
    ],
    [
      'an override of nothing',
      'policy: chinaRetail',
      'policy: { preset: chinaRetail, override: { statutory: { minimun: 1.00 } } }',
      '/policy/override/statutory/minimun: unknown field; known here: multiplier, minimum, source',
    ],
    ['a zone that is none', 'title:', 'zone: Asia/Peking\ntitle:', '/zone: Expected an IANA time zone'],
    [
      'a variant after no step',
      'steps:',
      'variants: [{ name: v, title: v, after: nowhere, steps: [] }]\nsteps:',
      '/variants/0/after: no step is called nowhere',
    ],
    ['a list for a file', 'scenario:', '- scenario:', 'f.yaml:'],
  ])('with %s is refused, and says where', (_what, piece, other, problem) => {
    expect(said(changed(piece, other)).join('\n')).toContain(problem)
  })

  it('says all that is wrong at once, each at its line', () => {
    const file = changed('fault: merchant', 'fault: nobody').replace('price: 120.00', 'price: 120')
    expect(said(file).map((line) => line.split(' ')[0])).toEqual(['f.yaml:12:34', 'f.yaml:31:47'])
  })

  it('that is empty, or anything else, is refused and never throws', () => {
    for (const file of ['', 'null', '[]', '3', '"text"', '{}', '\u0000', '{{{{', '\uFEFF', 'a: [', '? ? ?', '&a [*a]'])
      expect(said(file).length).toBeGreaterThan(0)
  })
})
