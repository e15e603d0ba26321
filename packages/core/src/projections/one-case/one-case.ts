import type { Instant } from '../../calendar/index.js'
import { streamName, type Stored } from '../../eventsourcing/index.js'
import { accountKind } from '../../order-account/index.js'
import { caseKind, type CaseEvent } from '../../refund-case/index.js'
import { reading, type Projection } from '../runner/index.js'

/** What is asked of one case: `undefined` before it was requested. */
export interface CaseQuery<Answer> {
  readonly current: () => Answer | undefined
}

/** What is kept of one case, a record each: its events, and when its order was bought. */
export type SavedCase =
  | { readonly kind: 'event'; readonly event: Stored<CaseEvent> }
  | { readonly kind: 'order'; readonly accountId: string; readonly purchasedAt: Instant }

/** The history of one case, as far as a page about it needs it. */
export interface CaseHistory {
  readonly caseId: string
  readonly events: ReadonlyArray<Stored<CaseEvent>>
  /** When its order was bought, where the order is known. */
  readonly purchasedAt?: Instant
}

/**
 * A projection of one case alone, which answers by looking at its history when it is asked. All other cases pass by; to
 * look at many cases at once, call `answer` with the history of each.
 */
export const ofOneCase = <Answer>(
  name: string,
  version: number,
  answer: (history: CaseHistory) => Answer | undefined,
): ((caseId: string) => Projection<CaseQuery<Answer>, SavedCase>) => {
  return (caseId) => ({
    name: `${name} ${caseId}`,
    version,
    begin: (saved = []) => {
      const own = streamName(caseKind.category, caseId)
      const events: Array<Stored<CaseEvent>> = []
      // An order is recorded before its case is requested: only then is it known whose it is.
      const bought = new Map<string, Instant>()
      let accountId: string | undefined
      let known: { readonly at: number; readonly answer: Answer | undefined } | undefined

      const take = (event: Stored<CaseEvent>): void => {
        events.push(event)
        if (event.type !== 'Requested') return
        accountId = event.data.accountId
        for (const other of bought.keys()) if (other !== accountId) bought.delete(other)
      }
      for (const record of saved)
        if (record.kind === 'event') take(record.event)
        else bought.set(record.accountId, record.purchasedAt)

      const current = (): Answer | undefined => {
        if (known?.at === events.length) return known.answer
        const purchasedAt = accountId === undefined ? undefined : bought.get(accountId)
        const history = { caseId, events: [...events] }
        known = {
          at: events.length,
          answer: answer(purchasedAt === undefined ? history : { ...history, purchasedAt }),
        }
        return known.answer
      }

      return {
        reads: [
          reading(
            accountKind,
            (event) => {
              if (event.type !== 'OrderRecorded' || accountId !== undefined) return undefined
              bought.set(event.data.orderId, event.data.purchasedAt)
              return undefined
            },
            ['OrderRecorded'],
          ),
          reading(caseKind, (event, { stream }) => {
            if (stream === own) take(event)
            return undefined
          }),
        ],
        view: { current },
        *save() {
          for (const [account, purchasedAt] of bought) yield { kind: 'order', accountId: account, purchasedAt }
          for (const event of events) yield { kind: 'event', event }
        },
      }
    },
  })
}
