import {
  sheetDigest,
  shiftAfter,
  shiftAt,
  shiftBefore,
  type CaseActor,
  type DeskPlans,
  type HandoverSheetsView,
  type Instant,
  type Shift,
} from '@refund-case/core'
import type { DutyCall } from './outcome.js'
import type { Random } from './random.js'
import type { MonthShop } from './shop.js'
import { staffOf } from './staff.js'

/** Every shift of a desk that begins in [from, to). */
export const shiftsBetween = function* (plans: DeskPlans, from: Instant, to: Instant): Iterable<Shift> {
  let shift = shiftAt(plans, from)
  while (shift !== undefined && shift.from < to) {
    if (shift.from >= from) yield shift
    shift = shiftAfter(plans, shift)
  }
}

/** Who has a shift: one leads it, and nobody leads two in a row. */
const leadOf = (deskNo: number, shift: Shift): CaseActor => {
  const leads = staffOf('csLead')
  const half = leads.length / 2
  const turn = (Math.floor(Date.parse(shift.from) / 28_800_000) % half) + deskNo * half
  return { id: leads[turn % leads.length] ?? 'wang', role: 'csLead' }
}

const attendanceOf = (random: Random, lead: CaseActor) => {
  const crew = staffOf('customerService')
  const first = random.between(0, crew.length - 1)
  const others = [crew[first] ?? 'li', crew[(first + 3) % crew.length] ?? 'mei']
  const expected = [lead.id, ...others]
  const absent = random.percent(3) ? others.slice(0, 1) : []
  const present = expected.filter((id) => !absent.includes(id))
  return {
    expected,
    present,
    late: random.percent(6) ? present.slice(-1) : [],
    leftEarly: random.percent(3) ? present.slice(-1) : [],
    absent,
  }
}

/** What one shift writes down itself, besides its cases. */
const items = (random: Random, { desk, date, shift }: Shift) => [
  ...(random.percent(25)
    ? [
        {
          name: 'noteWork' as const,
          body: { desk, date, shift, text: random.pick('整理当班邮件', '回访客户三位', '更新退款话术') },
        },
      ]
    : []),
  ...(random.percent(12)
    ? [
        {
          name: 'followUp' as const,
          body: {
            desk,
            date,
            shift,
            cause: random.pick('打印机缺纸', '支付渠道夜间维护', '客户要求次日回电'),
            course: '已登记',
            step: '等待处理',
            nextAction: random.pick('联系行政部', '渠道恢复后重试', '上午回电'),
          },
        },
      ]
    : []),
]

/** The sheet as it stands now, read up to this moment. */
export type SheetsNow = () => Promise<HandoverSheetsView>

/** Everything a shift does to hand itself over, as calls at times: attendance, items, cleaning, both signatures. */
export const dutyOf = (
  shop: MonthShop,
  sheets: SheetsNow,
  plans: DeskPlans,
  deskNo: number,
  shift: Shift,
  random: Random,
): ReadonlyArray<DutyCall & { readonly at: number }> => {
  const MINUTE = 60_000
  const [from, to] = [Date.parse(shift.from), Date.parse(shift.to)]
  const lead = leadOf(deskNo, shift)
  const next = shiftAfter(plans, shift)
  const taker = next === undefined || shiftBefore(plans, next) === undefined ? lead : leadOf(deskNo, next)
  const id = { desk: shift.desk, date: shift.date, shift: shift.shift }
  const { desks, platform } = shop
  const digest = async (): Promise<string> => {
    const sheet = (await sheets()).sheet(shift.desk, shift.date, shift.shift)
    return sheet === undefined ? '' : sheetDigest(platform.sha256, sheet)
  }
  return [
    {
      at: from + 10 * MINUTE,
      command: 'attend',
      call: () => desks.attend(lead, { ...id, ...attendanceOf(random, lead) })(),
    },
    ...items(random, shift).map(({ name, body }) => ({
      at: from + random.between(60, 400) * MINUTE,
      command: name,
      call: () => desks.execute(lead, name, body)(),
    })),
    {
      at: to - 8 * MINUTE,
      command: 'recordCleaning',
      call: () => desks.recordCleaning(lead, { ...id, done: random.percent(95) })(),
    },
    {
      at: to - 5 * MINUTE,
      command: 'signOver',
      call: async () => desks.signOver(lead, { ...id, sheet: await digest() })(),
    },
    {
      at: to + random.between(1, 6) * MINUTE,
      command: 'accept',
      call: async () => desks.accept(taker, { ...id, sheet: await digest() })(),
    },
  ]
}
