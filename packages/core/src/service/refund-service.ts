import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { WorkCalendarYear } from '../calendar/index.js'
import type { OrderFacts } from '../order-account/index.js'
import type { Policy } from '../policy/index.js'
import type { ActName, CaseActor } from '../refund-case/index.js'
import type { Fault } from '../vocabulary/index.js'
import { act } from './acting.js'
import type { Answer, Failure, Outcome, RefundService, ServiceOptions } from './api.js'
import { serviceContext } from './context.js'
import { decodeAct, decodeActor, decodeInterval, decodeOrder, decodeRequest, isCommandName } from './decoding.js'
import { caseNumbers } from './numbering.js'
import { publishAll, publishCalendarYear, publishPolicyVersion } from './publishing.js'
import { readActions, readByNumber, readCase, readCasesOf, readQuote } from './reading.js'
import { readBreaches } from './reading-breaches.js'
import { requestCase } from './requesting.js'
import { sweep } from './settling.js'

type Answered<T> = Promise<Either<Failure, T>>

const stated = (order: unknown): Either<Failure, OrderFacts | undefined> =>
  order === undefined ? right(undefined) : decodeOrder(order)

const unknownCommand =
  (name: unknown): Answer<Outcome> =>
  async () =>
    left({
      kind: 'refusal',
      code: 'COMMAND_UNKNOWN',
      rule: '§2',
      facts: { command: typeof name === 'string' ? name.slice(0, 50) : typeof name },
    })

/** Whether something can be the name of a case, an order or a number at all: callers of JavaScript hand in anything. */
const isName = (name: unknown): boolean => typeof name === 'string' && name.length > 0 && name.length <= 200

const noSuchCase: Either<Failure, never> = left({ kind: 'refusal', code: 'CASE_UNKNOWN', rule: '§1', facts: {} })

/** The service over one store: what an embedder holds. Nothing is read or written before the first call. */
export const refundService = (options: ServiceOptions): RefundService => {
  const context = serviceContext(options)
  const numbers = caseNumbers(context)
  let started: Answered<void> | undefined
  let isReady = false

  const start = async (): Answered<void> => {
    started ??= publishAll(context)
    const answer = await started
    // What failed is tried again by the next call.
    if (isLeft(answer)) started = undefined
    else isReady = true
    return answer
  }

  const startAndCall = async <T>(call: () => Answered<T>): Answered<T> => {
    const ready = await start()
    return isLeft(ready) ? ready : call()
  }

  const afterStart =
    <T>(call: () => Answered<T>): Answer<T> =>
    () =>
      isReady ? call() : startAndCall(call)

  const named = <T>(name: unknown, read: () => Answered<T>): Answer<T> =>
    afterStart(async () => (isName(name) ? read() : noSuchCase))

  /** With the actor checked, as every argument from outside is. */
  const by = <T>(actor: CaseActor, call: (actor: CaseActor) => Answered<T>): Answer<T> =>
    afterStart(() => {
      const decoded = decodeActor(actor)
      return isLeft(decoded) ? Promise.resolve(decoded) : call(decoded.right)
    })

  const request = (actor: CaseActor, body: unknown, order?: unknown): Answer<Outcome> =>
    by(actor, async (who) => {
      const decoded = decodeRequest(body)
      if (isLeft(decoded)) return decoded
      const facts = stated(order)
      return isLeft(facts) ? facts : requestCase(context, numbers, who, decoded.right, facts.right)
    })

  const command =
    (name: ActName) =>
    (actor: CaseActor, body: unknown): Answer<Outcome> =>
      by(actor, (who) => {
        const decoded = decodeAct(name, body)
        return isLeft(decoded) ? Promise.resolve(decoded) : act(context, who, name, decoded.right.caseId, decoded.right)
      })

  const acts = {
    review: command('review'),
    ship: command('ship'),
    receiveGoods: command('receiveGoods'),
    inspect: command('inspect'),
    approve: command('approve'),
    recordPayment: command('recordPayment'),
    dispute: command('dispute'),
    addEvidence: command('addEvidence'),
    note: command('note'),
    changeRoute: command('changeRoute'),
    withdraw: command('withdraw'),
    submit: command('submit'),
    sendBack: command('sendBack'),
    checkFunds: command('checkFunds'),
    adjustAmount: command('adjustAmount'),
    refuseApproval: command('refuseApproval'),
    startPayment: command('startPayment'),
    failPayment: command('failPayment'),
    markPaymentUnknown: command('markPaymentUnknown'),
    reversePayment: command('reversePayment'),
    matchBankLine: command('matchBankLine'),
    reportException: command('reportException'),
    changeDestination: command('changeDestination'),
    verifyDestination: command('verifyDestination'),
    acceptAlternative: command('acceptAlternative'),
    rule: command('rule'),
    notify: command('notify'),
    confirmReceipt: command('confirmReceipt'),
    giveFeedback: command('giveFeedback'),
    close: command('close'),
    reopen: command('reopen'),
    erasePersonalData: command('erasePersonalData'),
  }

  return {
    ...acts,
    start: () => start,
    request,
    execute: (actor, name, body, order) => {
      if (typeof name !== 'string' || !isCommandName(name)) return unknownCommand(name)
      return name === 'request' ? request(actor, body, order) : acts[name](actor, body)
    },
    case: (caseId) => named(caseId, () => readCase(context, caseId)),
    byNumber: (caseNo) => named(caseNo, () => readByNumber(context, caseNo)),
    casesOf: (orderId) => named(orderId, () => readCasesOf(context, orderId)),
    quote: (actor, body, order, fault: Fault = 'none') =>
      by(actor, async (who) => {
        const decoded = decodeRequest(body)
        if (isLeft(decoded)) return decoded
        const facts = stated(order)
        return isLeft(facts) ? facts : readQuote(context, who, decoded.right, facts.right, fault)
      }),
    actions: (caseId, actor) =>
      by(actor, async (who) => (isName(caseId) ? readActions(context, caseId, who) : noSuchCase)),
    breaches: (caseId, from, to) =>
      named(caseId, async () => {
        const interval = decodeInterval({ from, to })
        return isLeft(interval) ? interval : readBreaches(context, caseId, interval.right)
      }),
    settle: (caseId) =>
      afterStart(async () => (caseId === undefined || isName(caseId) ? sweep(context, caseId) : noSuchCase)),
    publishPolicy: (actor: CaseActor, policy: Policy) =>
      by(actor, async (who) => {
        const published = await publishPolicyVersion(context, who, policy)
        return isLeft(published) ? published : right(undefined)
      }),
    publishCalendar: (actor: CaseActor, calendar: WorkCalendarYear) =>
      by(actor, (who) => publishCalendarYear(context, who, calendar)),
  }
}
