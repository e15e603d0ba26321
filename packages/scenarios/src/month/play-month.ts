import {
  addDays,
  addMonths,
  atLocalTime,
  firstDayOf,
  handoverSheets,
  ledgers,
  millisOf,
  projectionRunner,
  startOfDay,
  workCalendar,
  YearMonth,
  type Failure,
  type RefundCase,
} from '@refund-case/core'
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { agenda } from './agenda.js'
import { arrivals } from './arrivals.js'
import { dutyOf, shiftsBetween } from './duty.js'
import { monthEnd } from './month-end.js'
import { anOrder } from './orders.js'
import type { DutyCall, MonthRefusal, MonthTally } from './outcome.js'
import { randomOf } from './random.js'
import { monthDefaults, type MonthSettings } from './settings.js'
import { openShop, type MonthShop, type MonthShopOptions } from './shop.js'
import { customerOf } from './shop-words.js'
import { anyStory } from './stories/index.js'
import type { Story, StoryStep } from './story.js'
import { withinHours } from './working-time.js'

export interface MonthOptions extends MonthShopOptions {
  /** Told now and then how far the month is: instants of the simulated clock, as parts of the whole. */
  readonly onProgress?: (done: number, whole: number) => void
}

export interface MonthRun extends MonthTally {
  readonly settings: Required<MonthSettings>
  readonly shop: MonthShop
}

type Thing =
  | { readonly kind: 'request'; readonly no: number }
  | { readonly kind: 'story'; readonly story: Story; readonly desk: string; readonly key: string }
  | { readonly kind: 'step'; readonly caseId: string; readonly steps: ReadonlyArray<StoryStep>; readonly index: number }
  | { readonly kind: 'duty'; readonly about: string; readonly call: DutyCall }

const MINUTE = 60_000

/**
 * Plays a month of a shop: requests over all routes at two desks, shifts that are handed over, and on the 1st of the next
 * month its ledgers, closed on the day after. The same seed plays the same month, but for what a vault draws by chance.
 */
export const playMonth = async (
  given: MonthSettings = {},
  options: MonthOptions = {},
): Promise<Either<Failure | { readonly kind: 'badMonth'; readonly month: string }, MonthRun>> => {
  const settings = { ...monthDefaults, ...given }
  const { month, desks: deskPlans } = settings
  const [firstPlan] = deskPlans
  if (!YearMonth.is(month) || firstPlan === undefined) return left({ kind: 'badMonth', month })
  const zone = firstPlan.timeZone
  const begin = startOfDay(zone, firstDayOf(month))
  const nextFirst = firstDayOf(addMonths(month, 1))
  const end = atLocalTime(zone, addDays(nextFirst, 1), '18:00')
  const shop = openShop(settings, options)
  shop.setClock(millisOf(begin) - 24 * 60 * MINUTE)
  for (const start of [shop.refunds.start, shop.desks.start]) {
    const started = await start()()
    if (isLeft(started)) return started
  }

  const random = randomOf(settings.seed)
  const calendar = workCalendar(settings.calendars)
  if (isLeft(calendar)) return left({ kind: 'badMonth', month })
  const things = agenda<Thing>()
  const refused: Array<MonthRefusal> = []
  let cases = 0
  let commands = 0
  let shifts = 0

  const runner = projectionRunner({ store: shop.store, clock: shop.now })
  const sheets = runner.add(handoverSheets())
  const books = runner.add(ledgers({ sha256: shop.platform.sha256, timeZone: zone }))
  const upToNow = async (): Promise<void> => {
    await runner.catchUp()
  }

  // Requests.
  const starts = arrivals(month, zone, settings.cases, random.fork(0))
  for (const [index, at] of starts.entries()) things.add(millisOf(at), { kind: 'request', no: index + 1 })

  // Shifts.
  for (const [deskNo, plan] of deskPlans.entries()) {
    const plans = await shop.desks.deskPlans(plan.desk)()
    if (isLeft(plans)) return plans
    for (const shift of shiftsBetween(plans.right, begin, startOfDay(zone, nextFirst)))
      for (const { at, ...call } of dutyOf(
        shop,
        async () => {
          await upToNow()
          return sheets.view()
        },
        plans.right,
        deskNo,
        shift,
        random.fork(1_000_000 + shifts++),
      ))
        things.add(at, { kind: 'duty', about: `${shift.desk} ${shift.date} ${shift.shift}`, call })
  }

  // The ledgers: prepared at nine on the 1st, submitted in the afternoon, archived on the next morning.
  const closing = monthEnd(
    shop,
    async () => {
      await upToNow()
      return books.view()
    },
    month,
  )
  const firstMorning = millisOf(atLocalTime(zone, nextFirst, '09:00'))
  for (const [index, call] of closing.entries())
    things.add(firstMorning + index * 2 * 60 * MINUTE + (index > 5 ? 12 * 60 * MINUTE : 0), {
      kind: 'duty',
      about: month,
      call,
    })

  const schedule = (caseId: string, steps: ReadonlyArray<StoryStep>, index: number): void => {
    const next = steps[index]
    if (next === undefined) return
    const at = withinHours(millisOf(shop.now()) + next.minutes * MINUTE, next.hours, zone, calendar.right)
    things.add(at, { kind: 'step', caseId, steps, index })
  }
  const refuse = (command: string, about: string, failure: Failure): void => {
    refused.push({ command, about, at: shop.now(), failure })
  }

  const tell = async ({ story, desk, key }: Extract<Thing, { readonly kind: 'story' }>): Promise<void> => {
    if (story.order !== undefined) shop.orders.set(story.order.orderId, story.order)
    commands++
    const answer = await shop.refunds.request(story.actor, { ...story.request, desk, key })()
    if (isLeft(answer)) return refuse('request', key, answer.left)
    cases++
    const { caseId } = answer.right
    schedule(caseId, story.steps, 0)
    for (const [index, { minutes, story: child }] of (story.children ?? []).entries())
      things.add(millisOf(shop.now()) + minutes * MINUTE, {
        kind: 'story',
        story: child(caseId, story.request.customer ?? { subject: story.actor.id }),
        desk,
        key: `${key}-${index + 1}`,
      })
  }

  const open = (no: number): Promise<void> => {
    const own = random.fork(no)
    const now = shop.now()
    const desk = deskPlans[own.between(0, deskPlans.length - 1)]?.desk ?? firstPlan.desk
    const customer = customerOf(own, no)
    const told = anyStory(own)({ random: own, no, now, order: (shipment) => anOrder(own, no, now, shipment) })
    const story: Story = {
      ...told,
      actor: told.actor ?? { id: customer.subject, role: 'customer' },
      request: { ...told.request, customer, department: '客服部' },
    }
    return tell({ kind: 'story', story, desk, key: `m-${month}-${no}` })
  }

  const take = async ({ caseId, steps, index }: Extract<Thing, { readonly kind: 'step' }>): Promise<void> => {
    const next = steps[index]
    if (next === undefined) return
    const found = await shop.refunds.case(caseId)()
    if (isLeft(found)) return refuse(next.command, caseId, found.left)
    const state: RefundCase = found.right.state
    commands++
    const body = { caseId, ...next.body(state, shop.now()) }
    const answer = await shop.refunds.execute(next.actor, next.command, body)()
    if (isLeft(answer)) return refuse(next.command, `${state.route} ${state.requested.caseNo}`, answer.left)
    schedule(caseId, steps, index + 1)
  }

  const whole = millisOf(end) - millisOf(begin)
  let saidAt = 0
  for (let next = things.next(); next !== undefined && next.at <= millisOf(end); next = things.next()) {
    const { at, thing } = next
    shop.setClock(at)
    if (at - saidAt > 6 * 60 * MINUTE) {
      options.onProgress?.(at - millisOf(begin), whole)
      saidAt = at
    }
    switch (thing.kind) {
      case 'request':
        await open(thing.no)
        break
      case 'story':
        await tell(thing)
        break
      case 'step':
        await take(thing)
        break
      case 'duty': {
        commands++
        const { command, call } = thing.call
        const answer = await call()
        if (isLeft(answer)) refuse(command, thing.about, answer.left)
        break
      }
    }
  }
  shop.setClock(millisOf(end))
  options.onProgress?.(whole, whole)
  return right({ settings, shop, cases, commands, shifts, refused })
}
