import { free, remaining, type Amounts, type Instant, type OrderAccount } from '@refund-case/core'
import type { AccountExpectation } from '../format/expect/account.js'
import { under, type Pointer } from '../source/pointer.js'
import { amountFinding } from './amounts.js'
import { eventsFinding, type ActualEvent } from './events.js'
import { finding, type Finding } from './finding.js'
import { writtenAmount, type Writing } from './written.js'

/** An account after a step, and what the step wrote to it. */
export interface AccountLook {
  readonly accountId: string
  readonly state: OrderAccount
  readonly events: ReadonlyArray<ActualEvent>
  readonly at: Instant
}

/** Everything that is expected of one account, held against it. */
export const accountFindings = (
  expected: AccountExpectation,
  path: Pointer,
  look: AccountLook,
  caseIdOf: (alias: string) => string | undefined,
  writing: Writing,
): ReadonlyArray<Finding> => {
  const about = (what: string): string => `account ${look.accountId} ${what}`
  const rest = remaining(look.state)
  const findings: Array<Finding> = []
  for (const name of ['reserved', 'refunded', 'withheld'] as const) {
    const amounts = expected[name]
    if (amounts !== undefined)
      findings.push(amountFinding(under(path, name), about(name), amounts, rest[name], writing))
  }
  for (const [alias, said] of expected.cases ?? [])
    for (const name of ['reserved', 'refunded'] as const) {
      const amounts = said[name]
      const caseId = caseIdOf(alias)
      const place = under(under(under(path, 'cases'), alias), name)
      const actual = caseId === undefined ? {} : ofCaseIn(look.state, caseId, name)
      if (amounts !== undefined)
        findings.push(amountFinding(place, about(`${name} by ${alias}`), amounts, actual, writing))
    }
  findings.push(...freeFindings(expected, path, look, about, writing))
  if (expected.events !== undefined)
    findings.push(
      eventsFinding(expected.events, look.events, {
        path: under(path, 'events'),
        about: about('events'),
        at: look.at,
        writing,
      }),
    )
  return findings
}

/** What one case has reserved, or was refunded, by component. */
const ofCaseIn = ({ lines, cases }: OrderAccount, caseId: string, as: 'reserved' | 'refunded'): Amounts => {
  let goods = 0
  for (const { runs } of lines.values())
    for (const { shares } of runs)
      for (const share of shares) if (share.by === caseId && share.as === as) goods += share.amount
  return { ...cases.get(caseId)?.[as], ...(goods === 0 ? {} : { goods }) }
}

const freeFindings = (
  expected: AccountExpectation,
  path: Pointer,
  { state }: AccountLook,
  about: (what: string) => string,
  writing: Writing,
): ReadonlyArray<Finding> => {
  const now = free(state)
  const findings: Array<Finding> = []
  if (typeof expected.free === 'number') {
    const money = now.lines.reduce((sum, line) => sum + line.money, 0)
    findings.push(
      finding(under(path, 'free'), about('free'), writtenAmount(expected.free, writing), writtenAmount(money, writing)),
    )
  } else if (expected.free !== undefined)
    findings.push(
      byLine(
        expected.free,
        under(path, 'free'),
        about('free'),
        (lineNo) => moneyOf(now, lineNo),
        (amount) => writtenAmount(amount, writing),
      ),
    )
  if (expected.freeUnits !== undefined)
    findings.push(
      byLine(
        expected.freeUnits,
        under(path, 'freeUnits'),
        about('free units'),
        (lineNo) => unitsOf(now, lineNo),
        String,
      ),
    )
  if (expected.freeFreight !== undefined)
    findings.push(
      finding(
        under(path, 'freeFreight'),
        about('free freight'),
        writtenAmount(expected.freeFreight, writing),
        writtenAmount(now.freight, writing),
      ),
    )
  return findings
}

type Free = ReturnType<typeof free>
const moneyOf = ({ lines }: Free, lineNo: number): number | undefined =>
  lines.find((line) => line.lineNo === lineNo)?.money
const unitsOf = ({ lines }: Free, lineNo: number): number | undefined =>
  lines.find((line) => line.lineNo === lineNo)?.units

const byLine = (
  expected: ReadonlyArray<readonly [string, number]>,
  path: Pointer,
  about: string,
  actual: (lineNo: number) => number | undefined,
  text: (value: number) => string,
): Finding =>
  finding(
    path,
    about,
    expected.map(([lineNo, value]) => `line ${lineNo}: ${text(value)}`),
    expected.map(([lineNo]) => {
      const value = actual(Number(lineNo))
      return `line ${lineNo}: ${value === undefined ? 'no such line' : text(value)}`
    }),
  )
