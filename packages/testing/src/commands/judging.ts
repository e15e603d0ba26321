import { totalOf } from '@refund-case/core'
import { freeTextFrom } from '../arbitraries/texts.js'
import type { Choices } from '../arbitraries/choices.js'
import type { BodyBuilder, BodyOf, CaseScene } from './given-command.js'

type Stage = BodyOf<'review'>['stage']

const stageOf = (choices: Choices, { state }: CaseScene): Stage => {
  const due: Stage =
    state.submission === 'technical' ? 'technical' : state.inspection.result === 'none' ? 'intake' : 'afterInspection'
  return choices.pick<Stage>(due, due, due, due, due, 'intake', 'technical', 'afterInspection')
}

const faults = ['merchant', 'merchant', 'customer', 'carrier', 'none'] as const

const worthOf = ({ state }: CaseScene): number => totalOf(state.quote?.amounts ?? state.claimed)

const deductionsFrom = (choices: Choices, scene: CaseScene) => [
  {
    reason: choices.pick('damagedInReturn', 'promotionLost', 'agreed'),
    amount: choices.oneIn(6) ? worthOf(scene) : choices.upTo(Math.floor(worthOf(scene) / 2)),
    ...choices.maybe(3, () => ({ lineNo: choices.among(scene.state.lines)?.lineNo ?? 1 })),
  },
]

/** Accepts, as the stage that is due. The ground is there where it may be needed. */
const acceptFrom = (choices: Choices, scene: CaseScene, stage: Stage = stageOf(choices, scene)): BodyOf<'review'> => {
  const { state } = scene
  const needsGround = state.requested.failedConditions.length > 0 || stage === 'afterInspection'
  return {
    stage,
    outcome: 'accepted',
    fault: choices.pick('merchant', ...faults),
    ...(needsGround !== choices.oneIn(8) ? { ground: freeTextFrom(choices) } : {}),
    ...choices.maybe(5, () => ({ deductions: deductionsFrom(choices, scene) })),
    ...(state.route === 'exchangeOrRepair' && !choices.oneIn(3) ? { priceDifference: choices.upTo(3_000) } : {}),
    ...choices.maybe(6, () => ({ amount: choices.upTo(worthOf(scene)) })),
    ...choices.maybe(6, () => ({ opinion: freeTextFrom(choices), signOff: { by: choices.pick('wang', 'li') } })),
    ...choices.maybe(7, () => ({ returnInstructions: freeTextFrom(choices) })),
  }
}

/** Declines, with what is offered instead. */
const declineFrom = (choices: Choices, scene: CaseScene): BodyOf<'review'> => ({
  stage: stageOf(choices, scene),
  outcome: 'declined',
  fault: choices.pick('customer', ...faults),
  reason: choices.pick('notSubstantiated', 'inspectionFailed', 'outsideWindow', 'other'),
  alternatives: choices.oneIn(4)
    ? []
    : [
        { kind: 'coupon', value: choices.upTo(5_000) },
        ...(choices.oneIn(2) ? [{ kind: choices.pick('goodsBack', 'repair') }] : []),
      ],
  ...choices.maybe(4, () => ({ statement: freeTextFrom(choices) })),
})

/** Asks for more evidence. */
const askForMoreFrom = (choices: Choices, scene: CaseScene): BodyOf<'review'> => ({
  stage: stageOf(choices, scene),
  outcome: 'moreEvidence',
  fault: 'none',
  ...choices.maybe(4, () => ({ opinion: freeTextFrom(choices) })),
})

export const review: BodyBuilder<'review'> = (choices, scene) =>
  choices.pick(acceptFrom, acceptFrom, acceptFrom, declineFrom, askForMoreFrom)(choices, scene)

export const adjustAmount: BodyBuilder<'adjustAmount'> = (choices, scene) => ({
  reason: freeTextFrom(choices),
  ...(choices.oneIn(3)
    ? {
        lines: scene.state.lines.map(({ lineNo, quantity, amount }) => ({
          lineNo,
          quantity: choices.oneIn(3) ? quantity + 1 : Math.max(1, quantity - choices.upTo(quantity)),
          ...(amount === undefined ? {} : { amount: choices.upTo(amount * 2) }),
        })),
      }
    : {}),
  ...choices.maybe(3, () => ({ deductions: deductionsFrom(choices, scene) })),
  ...choices.maybe(4, () => ({ amount: choices.upTo(worthOf(scene) + 10) })),
  ...(scene.state.route === 'exchangeOrRepair' ? { priceDifference: choices.upTo(3_000) } : {}),
})

export const changeRoute: BodyBuilder<'changeRoute'> = (choices, { state, policy }) => {
  const allowed = policy.routes[state.route].changesTo
  const to = choices.pick(
    allowed[0] ?? 'returnRefund',
    ...allowed,
    ...allowed,
    'keepGoodsRefund' as const,
    'compensation' as const,
    'returnRefund' as const,
  )
  const keeps = to === 'keepGoodsRefund'
  return {
    to,
    ...(keeps || choices.oneIn(5)
      ? {
          lines: state.lines.map(({ lineNo, quantity }) => ({
            lineNo,
            quantity,
            ...(keeps ? { amount: 1 + choices.upTo(Math.max(0, worthOfLine(state, lineNo) - 1)) } : {}),
          })),
        }
      : {}),
    ...choices.maybe(4, () => ({ reason: freeTextFrom(choices) })),
  }
}

const worthOfLine = (state: CaseScene['state'], lineNo: number): number =>
  state.quote?.goods.find((line) => line.lineNo === lineNo)?.amount ?? state.claimed.goods ?? 1
