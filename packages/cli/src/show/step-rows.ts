import type { Instant, Quote } from '@refund-case/core'
import type { CaseRun, CommandRun, Did, DutyRun, StepRun } from '@refund-case/scenarios'
import type { Follow, Since } from './binding.js'
import { labelsFor } from './labels.js'
import { word, type PlayReader } from './reader.js'
import { codeOf, reasonOf, ruleOf } from './refusal.js'
import { eventRow, type Row } from './row.js'
import { limitText, total, wallTime } from './values.js'

/** A row of a step, and what stands under it. */
export interface StepRow {
  readonly row: Row
  /** Why it was refused. */
  readonly reason?: string
  /** The deadlines found missed by now. */
  readonly missed: ReadonlyArray<string>
}

const bare = {
  sameYear: false,
  details: '',
  amount: undefined,
  rule: undefined,
  due: undefined,
  sameDue: true,
} as const

const sinceOf = (step: StepRun, follow: Follow): ReadonlyMap<string, Since> =>
  new Map(step.cases.map((run) => [run.case, follow(run)]))

const missedTexts = (since: Since | undefined, at: Instant, reader: PlayReader): ReadonlyArray<string> =>
  (since?.missed ?? []).map(({ rule, limit }) =>
    labelsFor(reader.language).missed(word(reader, 'deadlineRule', rule), limitText(limit, at, reader)),
  )

/** The events of a step; the last one of each case with the deadline that binds now. */
const eventRows = (step: StepRun, since: ReadonlyMap<string, Since>, reader: PlayReader): ReadonlyArray<StepRow> =>
  step.events.map((event, index) => {
    const isLast = !step.events.slice(index + 1).some((later) => later.case === event.case)
    const now = isLast ? since.get(event.case) : undefined
    return {
      row: eventRow(event, now?.due, now?.sameDue ?? true, reader),
      missed: missedTexts(now, event.occurredAt, reader),
    }
  })

/** A command that came to no event. */
const commandRow = (
  { at, actor, command, case: alias, answered }: CommandRun,
  reader: PlayReader,
): StepRow | undefined => {
  const labels = labelsFor(reader.language)
  const name = word(reader, 'command', command)
  const row: Row = { ...bare, at, actor, what: name, ...(alias === undefined ? {} : { case: alias }) }
  if (answered.kind === 'events')
    return answered.repeated || answered.events.length === 0
      ? { row: { ...row, details: labels.repeated, tone: 'quiet' }, missed: [] }
      : undefined
  return {
    row: { ...row, what: `✗ ${name}`, details: codeOf(answered), rule: ruleOf(answered), tone: 'bad' },
    reason: reasonOf(answered, reader.language, reader),
    missed: [],
  }
}

/** A command on a shift or a ledger: what it wrote there, or why it was refused. */
const dutyRow = ({ at, actor, command, about, name, answered }: DutyRun, reader: PlayReader): StepRow => {
  const labels = labelsFor(reader.language)
  const said = word(reader, 'command', command)
  const row: Row = { ...bare, at, actor, what: said, details: name }
  if (answered.kind !== 'events')
    return {
      row: { ...row, what: `✗ ${said}`, details: codeOf(answered), rule: ruleOf(answered), tone: 'bad' },
      reason: reasonOf(answered, reader.language, reader),
      missed: [],
    }
  if (answered.repeated || answered.events.length === 0)
    return { row: { ...row, details: labels.repeated, tone: 'quiet' }, missed: [] }
  const what = answered.events.map((type) => word(reader, about === 'shift' ? 'shiftEvent' : 'ledgerStep', type))
  return { row: { ...row, what: what.join(labels.comma) }, missed: [] }
}

const quoted = (quote: Quote | undefined, reader: PlayReader): string =>
  quote === undefined ? '' : total(quote.amounts, reader)

const lookText = (run: CaseRun | undefined, reader: PlayReader): string =>
  run === undefined ? '' : word(reader, 'situation', run.situation)

/** What a step did that was no command. */
const otherRow = (
  step: StepRun,
  did: Did,
  since: ReadonlyMap<string, Since>,
  reader: PlayReader,
): StepRow | undefined => {
  const labels = labelsFor(reader.language)
  const row = { ...bare, at: step.at, actor: undefined, tone: 'quiet' } as const
  const plainly = (what: string, details = ''): StepRow => ({ row: { ...row, what, details }, missed: [] })
  switch (did.does) {
    case 'command':
      return undefined
    case 'race':
      return plainly(labels.race(did.racers.length, did.conflicts))
    case 'look': {
      const now = since.get(did.case)
      const run = step.cases.find((one) => one.case === did.case)
      const when = did.asOf === undefined ? '' : ` ${labels.asOf(wallTime(did.asOf, reader))}`
      return {
        row: {
          ...row,
          what: `${labels.look(did.case)}${when}`,
          details: lookText(run, reader),
          due: now?.due,
          sameDue: now?.sameDue ?? true,
        },
        missed: missedTexts(now, step.at, reader),
      }
    }
    case 'quote':
      return did.refused === undefined
        ? { row: { ...row, actor: did.actor, what: labels.quote, details: quoted(did.quote, reader) }, missed: [] }
        : {
            row: {
              ...row,
              actor: did.actor,
              what: `✗ ${labels.quote}`,
              details: did.refused.code,
              rule: did.refused.rule,
              tone: 'bad',
            },
            reason: reasonOf(did.refused, reader.language, reader),
            missed: [],
          }
    case 'actions':
      return {
        row: {
          ...row,
          actor: did.actor,
          what: labels.actions(did.case, did.allowed.length),
          details: did.allowed.map((name) => word(reader, 'command', name)).join(labels.comma),
        },
        missed: [],
      }
    case 'settle':
      return plainly(labels.settled(did.settled, did.lapsed))
    case 'updateOrder':
      return plainly(labels.orderUpdated, did.orderId)
    case 'publishCalendar':
      return plainly(labels.calendarPublished, did.calendar)
    case 'publishPolicy':
      return plainly(labels.policyPublished, did.policy)
    case 'duty':
      return dutyRow(did.duty, reader)
    case 'sheet':
      return plainly(labels.sheetRead, did.sheet)
    case 'ledger':
      return plainly(labels.ledgerRead, did.ledger)
    case 'statistics':
      return plainly(labels.statisticsRead, did.month)
    case 'register':
      return plainly(labels.registerRead, did.date)
    case 'nothing':
      return plainly(labels.nothing)
  }
}

/** What a step came to, row by row. */
export const stepRows = (step: StepRun, follow: Follow, reader: PlayReader): ReadonlyArray<StepRow> => {
  const since = sinceOf(step, follow)
  const commands = step.did.does === 'command' ? [step.did.command] : step.did.does === 'race' ? step.did.racers : []
  const other = otherRow(step, step.did, since, reader)
  return [
    ...eventRows(step, since, reader),
    ...commands.flatMap((command) => commandRow(command, reader) ?? []),
    ...(other === undefined ? [] : [other]),
  ]
}
