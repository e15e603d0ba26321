import { chinaRetail, type Policy } from '../../src/policy/index.js'
import * as presets from '../../src/policy/presets/settings.js'
import { termOf } from '../../src/refusals/index.js'
import { caseDeadlineRules, disputeLadder, Milestone, Route, type DeadlineRule } from '../../src/vocabulary/index.js'
import { limitText } from './limit-text.js'
import { code, codes, page, table } from './markdown.js'
import { docOf } from './source-docs.js'

const routes = Object.keys(Route.keys).filter(Route.is)
const milestones = Object.keys(Milestone.keys).filter(Milestone.is)
const marks = { required: 'R', optional: 'O', forbidden: '–' } as const

const routesTable = ({ routes: rules }: Policy): string =>
  page(
    table(
      ['route', '退款分类', ...milestones],
      routes.map((route) => [
        code(route),
        termOf('zh-CN', 'route', route),
        ...milestones.map((milestone) => marks[rules[route].milestones[milestone]]),
      ]),
    ),
    'R required, O optional, – forbidden.',
    table(
      ['route', 'evidence', 'may change to', 'paid by', 'source'],
      routes.map((route) => {
        const { evidenceRequired, changesTo, payers, source } = rules[route]
        return [code(route), evidenceRequired ? 'required' : '–', codes(changesTo), codes(payers), source]
      }),
    ),
  )

type Clause = Policy['deadlines']['review']
const deadlineRow = (rule: DeadlineRule, found: Clause, level = ''): ReadonlyArray<string> => [
  code(rule),
  level,
  termOf('zh-CN', 'deadlineRule', rule),
  found === null ? 'off' : limitText(found.limit),
  found?.source ?? '–',
]

const deadlinesTable = ({ deadlines }: Policy): string =>
  table(
    ['rule', '', '中文', 'limit', 'source'],
    caseDeadlineRules.flatMap((rule) =>
      rule === 'evidence'
        ? disputeLadder.map((level) =>
            deadlineRow(rule, deadlines.evidence[level], termOf('en', 'disputeLevel', level)),
          )
        : [deadlineRow(rule, deadlines[rule])],
    ),
  )

const chainsTable = ({ chains, president }: Policy): string =>
  page(
    table(
      ['routes', 'steps', 'reviewer may approve', 'source'],
      chains.map(({ routes: of, interceptedOnly, steps, reviewerMayApprove, source }) => [
        codes(of) + (interceptedOnly ? ', goods intercepted and passed' : ''),
        steps.map((role) => `${code(role)} ${termOf('zh-CN', 'role', role)}`).join(' → '),
        reviewerMayApprove ? 'yes' : 'no',
        source,
      ]),
    ),
    president === null
      ? 'No president step.'
      : `Above ${president.above} the president is a further step (${president.source}).`,
  )

const windowsTable = ({ windows, excludedGoods }: Policy): string =>
  page(
    table(
      ['window', 'reasons', 'from', 'length', 'source'],
      windows.map(({ id, reasons, from, limit, source }) => [code(id), codes(reasons), from, limitText(limit), source]),
    ),
    table(
      ['goods not taken back', 'reasons', 'source'],
      excludedGoods.map(({ tag, reasons, source }) => [code(tag), codes(reasons), source]),
    ),
  )

/** Everything in a policy by its path, so that two policies can be compared. */
const leaves = (value: unknown, path: string): ReadonlyArray<readonly [path: string, value: string]> =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')
    ? [[path, value.length === 0 ? 'none' : value.join(', ')]]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, part]) => leaves(part, path === '' ? name : `${path}.${name}`))
      : [[path, String(value)]]

const otherSettings = ({
  routes: _r,
  chains: _c,
  deadlines: _d,
  windows: _w,
  excludedGoods: _e,
  ...rest
}: Policy): string =>
  table(
    ['setting', 'preset'],
    leaves(rest, '').map(([path, value]) => [code(path), value]),
  )

const settings: { readonly [Name in keyof typeof presets]: presets.Setting } = {
  ...presets,
  outboundFreight: presets.outboundFreight('always'),
  presidentAbove: presets.presidentAbove(1_000_000),
}

const settingsTable = (policy: Policy): string => {
  const before = new Map(leaves(policy, ''))
  return table(
    ['setting', 'is for', 'changes'],
    Object.entries(settings).map(([name, setting]) => [
      code(name),
      docOf('policy', name),
      leaves(setting(policy), '')
        .filter(([path, value]) => before.get(path) !== value)
        .map(([path, value]) => `${code(path)} = ${value}`)
        .join('<br>'),
    ]),
  )
}

/** What the preset policy says. */
export const policySection = (): string =>
  page(
    `## Policy: ${chinaRetail.id}`,
    'The preset for a shop in mainland China. Sources are clauses of the documents that the policy is taken from.',
    '### Routes and milestones',
    routesTable(chinaRetail),
    '### Deadline rules',
    deadlinesTable(chinaRetail),
    '### Approval chains',
    chainsTable(chinaRetail),
    '### Return conditions',
    windowsTable(chinaRetail),
    '### Other settings',
    otherSettings(chinaRetail),
    '### Settings that take the other side',
    'Each takes a policy and gives it with one thing changed. `outboundFreight` is shown with `always`, `presidentAbove` with 1000000.',
    settingsTable(chinaRetail),
  )
