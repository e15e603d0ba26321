import type { ActName, CaseActor, Instant, OrderFacts, Plain, RefundCase, RequestCommand } from '@refund-case/core'
import type { Hours } from './working-time.js'

type Customer = NonNullable<RequestCommand['customer']>

type Body = (state: RefundCase, now: Instant) => object

/** One command that a case still waits for. */
export interface StoryStep {
  /** Minutes after the step before, and then within these hours. */
  readonly minutes: number
  readonly hours: Hours
  readonly actor: CaseActor
  readonly command: ActName
  /** What it says of the case as it stands then. */
  readonly body: Body
}

/** Another case that comes of this one, when its request is due. */
export interface ChildStory {
  readonly minutes: number
  /** Told of the case it comes of, and whose that is. */
  readonly story: (parent: string, customer: Customer) => Story
}

/** How one case goes: who asks for what, and everything that is done on it, if nobody loses patience. */
export interface Story {
  readonly actor: CaseActor
  readonly request: Omit<RequestCommand, 'desk' | 'key'>
  readonly order?: Plain<OrderFacts>
  readonly steps: ReadonlyArray<StoryStep>
  readonly children?: ReadonlyArray<ChildStory>
}

/** A step that waits for its department's hours. */
export const step = (minutes: number, actor: CaseActor, command: ActName, says: object = {}): StoryStep =>
  stepOn(minutes, actor, command, () => says)

/** The same, saying something of the case as it then stands. */
export const stepOn = (minutes: number, actor: CaseActor, command: ActName, body: Body): StoryStep => ({
  minutes,
  hours: hoursOf(actor),
  actor,
  command,
  body,
})

/** Customer service is there day and night, customers by day, everybody else in the office. */
const hoursOf = ({ role }: CaseActor): Hours => {
  if (role === 'customerService' || role === 'csLead') return 'anytime'
  return role === 'customer' ? 'daytime' : 'office'
}
