import type { Fault } from '@refund-case/core'
import type { Random } from '../random.js'
import { anEvidence } from '../shop-words.js'
import { someone } from '../staff.js'
import { step, type StoryStep } from '../story.js'

const HOUR = 60

/** Within 24 hours, mostly (RV1). */
const reviewTime = (random: Random): number =>
  random.percent(93) ? random.between(10, 20 * HOUR) : random.between(22 * HOUR, 40 * HOUR)

export interface Judging {
  readonly fault: Fault
  readonly returnInstructions?: string
  /** Who accepts where a return condition is not met: the lead, with a ground. */
  readonly lead?: boolean
}

/** Accepted, now and then after more evidence was asked for. */
export const accepted = (
  random: Random,
  { fault, returnInstructions, lead = false }: Judging,
): ReadonlyArray<StoryStep> => {
  const reviewer = someone(random, lead ? 'csLead' : 'customerService')
  const review = step(reviewTime(random), reviewer, 'review', {
    stage: 'intake',
    outcome: 'accepted',
    fault,
    opinion: random.pick('情况属实，同意退款', '符合退款政策', '已与客户核实'),
    ...(returnInstructions === undefined ? {} : { returnInstructions }),
    ...(lead ? { ground: '老客户，同意受理' } : {}),
  })
  if (!random.percent(5)) return [review]
  return [
    step(reviewTime(random), someone(random, 'customerService'), 'review', {
      stage: 'intake',
      outcome: 'moreEvidence',
      fault: 'none',
      opinion: '请补充照片',
    }),
    step(random.between(HOUR, 30 * HOUR), someone(random, 'customerService'), 'addEvidence', {
      side: 'customer',
      evidence: [anEvidence(random, 'photo')],
    }),
    review,
  ]
}

/** Declined with its reason and what is offered instead (RJ1, RJ2), and told. */
export const declined = (random: Random): ReadonlyArray<StoryStep> => [
  step(reviewTime(random), someone(random, 'customerService'), 'review', {
    stage: 'intake',
    outcome: 'declined',
    fault: 'customer',
    reason: random.pick('notSubstantiated', 'reasonNotCovered', 'abusive'),
    alternatives: [{ kind: 'coupon', value: random.between(1, 6) * 500 }],
    statement: '不符合退款条件，可使用优惠券',
  }),
  step(random.between(2, 60), someone(random, 'customerService'), 'notify', {
    to: 'customer',
    kind: 'declined',
    channel: 'onlineChat',
    text: '您的申请未通过，原因及替代方案已发送',
  }),
  ...(random.percent(30)
    ? [
        step(random.between(HOUR, 40 * HOUR), someone(random, 'customerService'), 'acceptAlternative', {
          kind: 'coupon',
        }),
      ]
    : []),
  step(random.between(HOUR, 60 * HOUR), someone(random, 'csLead'), 'close'),
]

/** Given up by the customer. */
export const withdrawn = (random: Random): ReadonlyArray<StoryStep> => [
  step(random.between(20, 10 * HOUR), someone(random, 'customerService'), 'withdraw', { reason: '客户不再退款' }),
]
