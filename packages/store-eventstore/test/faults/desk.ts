import type { Failure, Outcome, RefundService } from '@refund-case/core'
import { isRight, type Either } from 'fp-ts/lib/Either.js'
import * as say from '../../../core/test/service/commands.js'
import { give, type Step } from '../../../core/test/service/giving.js'

/** An event that somebody was told of. */
export interface Acknowledged {
  readonly caseId: string
  readonly id: string
  readonly revision: number
}

/** What a refund takes from its request to its payment, one after the other but for the approvals. */
const first: ReadonlyArray<Step> = [say.accept(), say.ship(), say.receive(), say.inspect()]
const last: ReadonlyArray<Step> = [say.startPayment(), say.pay()]

const troubled = new Set(['storeError', 'conflictUnresolved'])

/** People at a desk who repeat under its key whatever they got no answer to, and write down what they were told. */
export class Desk {
  readonly acknowledged: Array<Acknowledged> = []
  /** How often a command had to be repeated. */
  repeats = 0
  readonly #servers: () => RefundService
  readonly #tick: () => void

  constructor(servers: () => RefundService, tick: () => void) {
    this.#servers = servers
    this.#tick = tick
  }

  /** The whole way of one refund; the approvers all come at once, and as often as it takes. */
  async refund(orderId: string): Promise<string> {
    const { caseId } = await this.#done(
      { ...say.request(), body: { ...say.request().body, orderId } },
      { key: `${orderId} request` },
    )
    for (const step of first) await this.#done(step, { key: `${orderId} ${step.name}`, caseId })
    let missing = say.approvals
    while (missing.length > 0) {
      const answers = await Promise.all(
        missing.map(
          async (step) => [step, await this.#insist(step, { key: `${orderId} ${step.by.role}`, caseId })] as const,
        ),
      )
      missing = answers.flatMap(([step, answer]) => (isRight(answer) ? [] : [step]))
    }
    for (const step of last) await this.#done(step, { key: `${orderId} ${step.name}`, caseId })
    return caseId
  }

  async #done(step: Step, target: { readonly key: string; readonly caseId?: string }): Promise<Outcome> {
    const answer = await this.#insist(step, target)
    if (isRight(answer)) return answer.right
    throw new Error(`${step.name}: ${JSON.stringify(answer.left)}`)
  }

  async #insist(
    step: Step,
    target: { readonly key: string; readonly caseId?: string },
  ): Promise<Either<Failure, Outcome>> {
    for (;;) {
      this.#tick()
      const answer = await give(this.#servers(), step, target)
      if (isRight(answer)) {
        const { caseId, events } = answer.right
        for (const { meta } of events) this.acknowledged.push({ caseId, id: meta.id, revision: meta.revision })
        return answer
      }
      if (!troubled.has(answer.left.kind)) return answer
      this.repeats += 1
    }
  }
}
