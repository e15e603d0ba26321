import { chinaRetail, formatAmount, type CaseActor, type OrderFacts, type Policy } from '@refund-case/core'
import { isLeft } from 'fp-ts/lib/Either.js'
import { failureCode } from './failure-code.js'
import type { History, PlayedStep, Setup } from './history.js'

/** Why a scenario was written. */
export interface ScenarioHead {
  /** `rule05InspectionBeforeApproval` */
  readonly rule: string
  readonly title: string
  readonly violations: ReadonlyArray<string>
}

/** In the currency's main unit; of a currency that nobody knows, as it is. */
const inMainUnit = (minor: number, currency: string): string | number => {
  const text = formatAmount(minor, currency)
  return isLeft(text) ? minor : text.right
}

type Fields = { readonly [field: string]: unknown }

const nameOf = (rule: string): string => rule.replaceAll(/(?<=[a-z])(?=[A-Z0-9])|(?<=\d)(?=[A-Z])/g, '-').toLowerCase()

/** A policy as a file writes it: by its name, or whole, with amounts in the currency's main unit. */
const policyOf = (policy: Policy): unknown => {
  if (JSON.stringify(policy) === JSON.stringify(chinaRetail)) return 'chinaRetail'
  const { president, statutory, currency } = policy
  return {
    ...policy,
    president: president === null ? null : { ...president, above: inMainUnit(president.above, currency) },
    statutory: { ...statutory, minimum: inMainUnit(statutory.minimum, currency) },
  }
}

const orderOf = ({ orderId: _orderId, lines, discount, freight, paid, currency, ...rest }: OrderFacts): Fields => {
  const amount = (minor: number) => inMainUnit(minor, currency)
  return {
    ...rest,
    currency,
    lines: lines.map(({ gross, ...line }) => ({ ...line, gross: amount(gross) })),
    discount: amount(discount),
    freight: amount(freight),
    paid: amount(paid),
  }
}

const actorOf = ({ id, role, onBehalfOf }: CaseActor): Fields => ({
  actor: id,
  role,
  ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
})

/** Names for cases, in the order they were opened. */
type Aliases = ReadonlyMap<string, string>

const aliasesOf = (steps: ReadonlyArray<PlayedStep>): Aliases => {
  const aliases = new Map<string, string>()
  for (const { answer } of steps)
    if (!isLeft(answer) && answer.right !== undefined && !aliases.has(answer.right.caseId))
      aliases.set(answer.right.caseId, `C${aliases.size + 1}`)
  return aliases
}

const expectOf = ({ at, answer }: PlayedStep): Fields => {
  if (isLeft(answer)) return { refused: failureCode(answer.left) }
  if (answer.right?.repeated === true) return { repeated: true }
  // A clock that is a little behind is lifted to the stream's last event.
  const events = (answer.right?.events ?? []).map(({ type, meta: { occurredAt } }) =>
    occurredAt === at ? type : { [type]: { occurredAt } },
  )
  return { events: events.length === 0 ? 'none' : events }
}

/** The body goes in as it was handed over; a request gets the key it was given, so that its case has the same id. */
const commandOf = (
  step: PlayedStep,
  call: Extract<PlayedStep['call'], { kind: 'command' }>,
  aliases: Aliases,
): Fields => {
  const { key, caseId, ...raw } = call.body
  const opened = isLeft(step.answer) ? undefined : step.answer.right
  const id = call.name === 'request' ? opened?.caseId : caseId
  const alias = typeof id === 'string' ? (aliases.get(id) ?? id) : undefined
  const drawn = call.name === 'request' ? opened?.key : undefined
  const given = key ?? drawn
  return {
    at: step.at,
    ...actorOf(call.actor),
    command: call.name,
    ...(alias === undefined ? {} : { case: alias }),
    ...(given === undefined ? {} : { key: given }),
    raw,
    expect: expectOf(step),
  }
}

const stepOf = (step: PlayedStep, aliases: Aliases): Fields => {
  const { at, call } = step
  switch (call.kind) {
    case 'command':
      return commandOf(step, call, aliases)
    case 'settle':
      return { at, settle: 'all' }
    case 'publishPolicy':
      return { at, publishPolicy: policyOf(call.policy) }
    case 'publishCalendar':
      return { at, publishCalendar: call.calendar }
  }
}

const headOf = ({ policy, calendars, order }: Setup): Fields => ({
  policy: policyOf(policy),
  calendars: calendars.length === 0 ? 'none' : calendars,
  orders: { [order.orderId]: orderOf(order) },
})

/**
 * The history as a scenario file, in JSON (which is YAML too), that `refund-case play` plays. What it expects is what
 * happened: play it to see the rule broken again, then write down what should happen instead.
 */
export const scenarioText = ({ setup, steps }: Pick<History, 'setup' | 'steps'>, head: ScenarioHead): string => {
  const aliases = aliasesOf(steps)
  return JSON.stringify(
    {
      scenario: nameOf(head.rule),
      title: head.title.slice(0, 150),
      ...(head.violations.length === 0 ? {} : { about: head.violations.join('\n') }),
      ...headOf(setup),
      steps: steps.map((step) => stepOf(step, aliases)),
    },
    undefined,
    2,
  )
}
