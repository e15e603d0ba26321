import { chinaRetail, type CaseActor, type RefundService } from '@refund-case/core'
import { isLeft } from 'fp-ts/lib/Either.js'
import type { BadInputCheck, BadInputSubject } from './bad-input-check.js'
import { neverRight, type HostileValue } from './hostile-values.js'
import { reach } from './reaching.js'
import { receivedOrder } from './setups.js'
import { storeText } from './store-text.js'

type Call = (service: RefundService, hostile: never, caseId: string) => () => Promise<unknown>

const someone: CaseActor = { id: 'li', role: 'customerService' }
const request = {
  route: 'returnRefund',
  orderId: 'O-1',
  lines: [{ lineNo: 1, quantity: 1 }],
  reason: 'other',
  channel: 'website',
  customer: { subject: 'c-1' },
} as const

// `never` fits everywhere: these are the calls of somebody whom no compiler holds back.
const calls: { readonly [what: string]: Call } = {
  'execute, as actor': (service, hostile, caseId) => service.execute(hostile, 'note', { caseId }),
  'execute, as the actor’s role': (service, hostile, caseId) =>
    service.execute({ id: 'li', role: hostile }, 'note', { caseId }),
  'execute, as the actor’s id': (service, hostile, caseId) =>
    service.execute({ id: hostile, role: 'csLead' }, 'note', { caseId }),
  'execute, as who is acted for': (service, hostile, caseId) =>
    service.execute({ ...someone, onBehalfOf: hostile }, 'note', { caseId }),
  'execute, as command': (service, hostile, caseId) => service.execute(someone, hostile, { caseId }),
  'execute, as body': (service, hostile) => service.execute(someone, 'note', hostile),
  'execute, as order': (service, hostile) => service.execute(someone, 'request', request, hostile),
  'request, as order': (service, hostile) => service.request(someone, request, hostile),
  'request, as body': (service, hostile) => service.request(someone, hostile),
  'review, as body': (service, hostile) => service.review(someone, hostile),
  case: (service, hostile) => service.case(hostile),
  byNumber: (service, hostile) => service.byNumber(hostile),
  casesOf: (service, hostile) => service.casesOf(hostile),
  'quote, as body': (service, hostile) => service.quote(someone, hostile),
  'quote, as order': (service, hostile) => service.quote(someone, request, hostile),
  'actions, as case': (service, hostile) => service.actions(hostile, someone),
  'actions, as actor': (service, hostile, caseId) => service.actions(caseId, hostile),
  settle: (service, hostile) => service.settle(hostile),
  'publishPolicy, as policy': (service, hostile) => service.publishPolicy(someone, hostile),
  'publishPolicy, as actor': (service, hostile) => service.publishPolicy(hostile, chinaRetail),
  'publishPolicy, as its chains': (service, hostile) =>
    service.publishPolicy(someone, { ...chinaRetail, version: 9, chains: hostile }),
  'publishPolicy, as its limit': (service, hostile) =>
    service.publishPolicy(someone, {
      ...chinaRetail,
      version: 9,
      deadlines: { ...chinaRetail.deadlines, review: hostile },
    }),
  'publishCalendar, as calendar': (service, hostile) => service.publishCalendar(someone, hostile),
}

/** Where what is hostile elsewhere is an ordinary thing to say: a policy may do without a limit. */
const isOrdinary = (what: string, { name }: HostileValue): boolean => what.endsWith('as its limit') && name === 'null'

/** Of an order that nobody knows there are no cases, and an unknown case has nothing to settle. */
const mayAnswer = (what: string): boolean => what === 'casesOf' || what === 'settle'

const complaint = async (
  service: RefundService,
  what: string,
  hostile: HostileValue,
  caseId: string,
): Promise<string | undefined> => {
  const call = calls[what]
  if (call === undefined || isOrdinary(what, hostile)) return undefined
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is handed in where it does not belong
    const answer = await call(service, hostile.make() as never, caseId)()
    const isEither = typeof answer === 'object' && answer !== null && '_tag' in answer
    if (!isEither) return `${what}: ${hostile.name} was answered with no Either`
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every call answers with an Either
    const either = answer as Parameters<typeof isLeft>[0]
    if (!isLeft(either)) return mayAnswer(what) ? undefined : `${what}: ${hostile.name} was taken`
    const text = JSON.stringify(either.left)
    return text.length > 10_000 ? `${what}: ${hostile.name} is answered at length` : undefined
  } catch (error) {
    return `${what}: ${hostile.name} threw ${String(error)}`
  }
}

/** Every argument of every public call. */
export const hostileArguments = ({ policy, options }: BadInputSubject): BadInputCheck => ({
  name: 'hostileArguments',
  title:
    'Whatever is handed to any call of the service, it answers, and takes nothing that is not right; nothing is thrown or written.',
  check: async () => {
    const { player, caseId } = await reach('accepted', receivedOrder(policy), options)
    const { service, store } = player.shop
    const text = await storeText(store)
    const everything = Object.keys(calls).flatMap((what) => neverRight.map((hostile) => [what, hostile] as const))
    const complaints: Array<string> = []
    for (const [what, hostile] of everything) {
      const found = await complaint(service, what, hostile, caseId)
      if (found !== undefined) complaints.push(found)
      if ((await storeText(store)) !== text) throw new Error(`${what}: ${hostile.name} changed the streams`)
    }
    if (complaints.length > 0) throw new Error(complaints.join('\n'))
  },
})
