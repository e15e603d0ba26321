import type { LedgerAccount } from '@refund-case/core'
import { CaseAlias } from '../form/case-alias.js'
import type { CaseExpectation } from '../format/expect/case.js'
import { creditAccounts, debitAccounts, derivationForm } from '../format/expect/case.js'
import { amountNames } from '../format/expect/amounts.js'
import type { CaseLook } from '../run/case-look.js'
import { under, type Pointer } from '../source/pointer.js'
import { amountFinding } from './amounts.js'
import { approvalFinding, attemptFinding } from './attempts.js'
import { breachLines, deadlineLines, deadlineText, expectedDeadlineText } from './deadlines.js'
import { finding, type Finding } from './finding.js'
import { partAt, same } from './same.js'
import { written, writtenAmount, type Writing } from './written.js'

/** Everything that is expected of one case, held against it. */
export const caseFindings = (
  expected: CaseExpectation,
  at: Pointer,
  look: CaseLook,
  writing: Writing,
): ReadonlyArray<Finding> => [
  ...plainFindings(expected, at, look, writing),
  ...amountNames.flatMap((name) => {
    const amounts = expected.amounts?.[name]
    return amounts === undefined
      ? []
      : [amountFinding(under(under(at, 'amounts'), name), `amount ${name}`, amounts, look.amounts[name], writing)]
  }),
  ...timeFindings(expected, at, look, writing),
  ...(expected.derivation === undefined
    ? []
    : [derivationFinding(expected.derivation, under(at, 'derivation'), look, writing)]),
  ...(expected.approvals === undefined ? [] : [approvalFinding(expected.approvals, under(at, 'approvals'), look)]),
  ...(expected.attempts === undefined ? [] : [attemptFinding(expected.attempts, under(at, 'attempts'), look, writing)]),
  ...(expected.postings === undefined
    ? []
    : [postingFinding(expected.postings, under(at, 'postings'), look.balances, writing)]),
]

const plainFindings = (
  expected: CaseExpectation,
  at: Pointer,
  { situation, state }: CaseLook,
  { aliasOf }: Writing,
): ReadonlyArray<Finding> => {
  const { parent } = expected
  const own = state.requested.parent
  return [
    ...(expected.situation === undefined
      ? []
      : [finding(under(at, 'situation'), 'situation', expected.situation, situation)]),
    ...(expected.route === undefined ? [] : [finding(under(at, 'route'), 'route', expected.route, state.route)]),
    ...(expected.revision === undefined
      ? []
      : [finding(under(at, 'revision'), 'revision', String(expected.revision), String(state.revision))]),
    ...(expected.caseNo === undefined
      ? []
      : [finding(under(at, 'caseNo'), 'caseNo', expected.caseNo, state.requested.caseNo)]),
    ...(parent === undefined
      ? []
      : [
          finding(
            under(at, 'parent'),
            'parent',
            parent instanceof CaseAlias ? parent.alias : parent,
            own === undefined ? 'none' : (aliasOf(own) ?? own),
          ),
        ]),
  ]
}

const timeFindings = (
  expected: CaseExpectation,
  at: Pointer,
  look: CaseLook,
  writing: Writing,
): ReadonlyArray<Finding> => {
  const findings: Array<Finding> = []
  if (expected.deadlines !== undefined) {
    const lines = deadlineLines(expected.deadlines, look.deadlines, writing)
    findings.push(finding(under(at, 'deadlines'), 'deadlines', lines.expected, lines.actual))
  }
  if (expected.binding !== undefined) {
    const said = expected.binding
    const details = said === 'none' ? undefined : said[1]
    findings.push(
      finding(
        under(at, 'binding'),
        'binding deadline',
        said === 'none' ? 'none' : `${said[0]}: ${expectedDeadlineText(said[1], writing)}`,
        look.binding === undefined ? 'none' : `${look.binding.rule}: ${deadlineText(look.binding, details, writing)}`,
      ),
    )
  }
  if (expected.breaches !== undefined) {
    const lines = breachLines(expected.breaches, look.breaches, writing)
    findings.push(finding(under(at, 'breaches'), 'breaches', lines.expected, lines.actual))
  }
  return findings
}

const derivationFinding = (
  expected: ReadonlyArray<{ readonly [name: string]: unknown }>,
  at: Pointer,
  { state }: CaseLook,
  writing: Writing,
): Finding => termsFinding(expected, at, state.quote?.terms ?? [], writing)

/** Terms of a quote, each by the fields that are named. */
export const termsFinding = (
  expected: ReadonlyArray<{ readonly [name: string]: unknown }>,
  at: Pointer,
  terms: ReadonlyArray<{ readonly kind: string }>,
  writing: Writing,
): Finding => {
  const text = (term: { readonly [name: string]: unknown }) => written(term, derivationForm.node, writing)
  const actual = terms.map((term, index) => {
    const names = Object.keys(expected[index] ?? { kind: '', component: '', amount: '' })
    const parts = names.flatMap((name) => {
      const part = partAt(term, name)
      return part === undefined ? [] : [[name, inOrder(part, expected[index]?.[name])] as const]
    })
    return text(Object.fromEntries(parts))
  })
  return finding(at, 'derivation', expected.map(text), actual)
}

// The same mapping in another order of its names is written in the order that was expected.
const inOrder = (actual: unknown, expected: unknown): unknown => (same(actual, expected) ? expected : actual)

const ledgerAccounts: ReadonlyArray<LedgerAccount> = [...debitAccounts, ...creditAccounts]

/** Balances, each counted on the side on which it grows; a zero is as good as none. */
export const postingFinding = (
  expected: { readonly [Account in LedgerAccount]?: number },
  at: Pointer,
  balances: CaseLook['balances'],
  writing: Writing,
): Finding => {
  const lines = (of: (account: LedgerAccount) => number) =>
    ledgerAccounts.flatMap((account) => {
      const balance = of(account)
      return balance === 0 ? [] : [`${account}: ${writtenAmount(balance, writing)}`]
    })
  const onItsSide = (account: LedgerAccount): number => {
    const balance = balances.get(account) ?? 0
    return creditAccounts.some((credit) => credit === account) ? 0 - balance : balance
  }
  return finding(
    at,
    'postings',
    lines((account) => expected[account] ?? 0),
    lines(onItsSide),
  )
}
