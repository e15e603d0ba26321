import type { Instant, RiskFlag, TimeZone } from '@refund-case/core'
import { count, instant, money, says, several, term, text, type Form, type Value } from '../document/index.js'
import { column, field } from './case-fields.js'
import { fieldLabels as c } from './words/fields.js'
import { riskKindLabels, riskLevelLabels } from './words/outcomes.js'

/** What it is about: a pseudonym, an account's token, or an amount beside what is usual. */
const aboutOf = (flag: RiskFlag): Value => {
  switch (flag.kind) {
    case 'repeatRequests':
      return several('beside', [text(flag.subject), says([`${flag.requests} requests`, `${flag.requests}次申请`])])
    case 'unusualAmount':
      return several('beside', [
        term('route', flag.route),
        money(flag.amount, flag.currency),
        says(['median', '中位数']),
        money(flag.median, flag.currency),
      ])
    case 'accountFailures':
      return several('beside', [text(flag.token), says([`${flag.failures} failed`, `${flag.failures}次失败`])])
    case 'sharedAccount':
      return several('beside', [text(flag.token), says([`${flag.subjects} customers`, `${flag.subjects}名客户`])])
  }
}

/** 风险提示: what stands out at an instant, the gravest first. */
export const riskForm = (flags: ReadonlyArray<RiskFlag>, now: Instant, zone: TimeZone): Form => ({
  kind: 'riskFlags',
  title: ['Risk flags', '风险提示'],
  head: [field('asOf', ['As of', '截至'], instant(now))],
  parts: [
    {
      part: 'table',
      name: 'rows',
      main: true,
      columns: [
        column('seq', c.seq, 5, 'centre'),
        column('level', ['Level', '风险等级'], 10),
        column('kind', ['Flag', '类型'], 20),
        column('about', ['About', '对象'], 40),
        column('since', ['Since', '自'], 16, 'centre'),
        column('cases', ['Cases', '退单数'], 8, 'right'),
      ],
      rows: flags.map((flag, index) => [
        count(index + 1),
        says(riskLevelLabels[flag.level]),
        says(riskKindLabels[flag.kind]),
        aboutOf(flag),
        instant(flag.since),
        count(flag.caseIds.length),
      ]),
    },
  ],
  foot: [],
  page: 'portrait',
  zone,
})
