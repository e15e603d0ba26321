import {
  associatedDataOf,
  caseStream,
  evolve,
  noCase,
  postingsOf,
  sealedPaths,
  verifyChain,
  type CaseState,
  type StreamName,
} from '@refund-case/core'
import { isLeft, isRight } from 'fp-ts/lib/Either.js'
import { secretsIn } from '../arbitraries/texts.js'
import type { History } from '../play/history.js'
import type { Player } from '../play/player.js'
import { countOf } from './case-violations.js'
import { overHistories } from './over-histories.js'

/** As the text would stand inside a JSON text. */
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1)

const secretsOf = ({ steps }: History): ReadonlySet<string> =>
  new Set(steps.flatMap(({ call }) => (call.kind === 'command' ? [...secretsIn(call.body)] : [])))

const inPlain = (history: History): ReadonlyArray<string> => {
  const secrets = [...secretsOf(history)].flatMap((secret) => [secret, inJson(secret)])
  return history.recorded.flatMap(({ stream, revision, envelope }) => {
    const text = JSON.stringify(envelope)
    const found = secrets.find((secret) => text.includes(secret))
    return found === undefined ? [] : [`"${found}" stands in plain in ${stream}@${revision} (${envelope.type})`]
  })
}

/** A refusal is shown, sent and logged: it repeats nothing personal either. */
const inRefusals = ({ steps }: History): ReadonlyArray<string> =>
  steps.flatMap(({ no, call, answer }) => {
    if (!isLeft(answer) || call.kind !== 'command') return []
    const text = JSON.stringify(answer.left)
    const found = [...secretsIn(call.body)].find((secret) => text.includes(inJson(secret)))
    return found === undefined ? [] : [`the refusal of step ${no} repeats "${found}"`]
  })

const brokenChains = ({ recorded, sha256 }: History): ReadonlyArray<string> => {
  const streams = new Set(recorded.map(({ stream }): StreamName => stream))
  return [...streams].flatMap((stream) => {
    const checked = verifyChain(
      sha256,
      stream,
      recorded.filter((event) => event.stream === stream),
    )
    return isLeft(checked) ? [`the chain of ${stream} breaks at ${checked.left.revision}: ${checked.left.reason}`] : []
  })
}

/** What was sealed opens to what was said, at its place; once its subject is erased it opens no more. */
const sealsThatLie = async ({ recorded, cases, steps, vault }: History): Promise<ReadonlyArray<string>> => {
  const said = new Set<string>()
  for (const { call } of steps)
    JSON.stringify(call, (_name, part: unknown) => {
      if (typeof part === 'string') said.add(part)
      return part
    })
  // An erasure is asked for by a command: repeated, it erases what came since, and says so by no further event.
  const erasedAt = new Map<string, number>()
  const writtenAt = new Map<string, number>()
  for (const { no, call, answer, written } of steps) {
    for (const { stream, revision } of written) writtenAt.set(`${stream}@${revision}`, no)
    if (call.kind !== 'command' || call.name !== 'erasePersonalData' || isLeft(answer)) continue
    const subject = answer.right?.state.requested.customer.subject
    if (subject !== undefined) erasedAt.set(subject, no)
  }
  const complaints: Array<string> = []
  for (const { caseId } of cases) {
    const stream = caseStream(caseId)
    for (const event of recorded) {
      if (event.stream !== stream) continue
      const at = writtenAt.get(`${stream}@${event.revision}`) ?? 0
      for (const { path, sealed } of sealedPaths(event.envelope.data)) {
        const opened = await vault.open(sealed, associatedDataOf(stream, path))()
        const place = `${path} of ${event.envelope.type} (${stream}@${event.revision})`
        const gone = (erasedAt.get(sealed.subject) ?? -1) >= at
        if (isRight(opened) === gone)
          complaints.push(gone ? `${place} opens although ${sealed.subject} was erased` : `${place} does not open`)
        else if (isRight(opened) && !said.has(opened.right)) complaints.push(`${place} opens to what nobody said`)
      }
    }
  }
  return complaints
}

/** Erasure changes neither amounts nor counts: what the events post is the same with and without it. */
const figures = ({ cases }: History, withErasure: boolean): string => {
  const sums = new Map<string, number>()
  const add = (name: string, amount: number) => sums.set(name, (sums.get(name) ?? 0) + amount)
  for (const { events } of cases) {
    let state: CaseState = noCase
    for (const event of events) {
      if (event.type === 'PersonalDataErased' && !withErasure) continue
      for (const { account, side, amount } of postingsOf(state, event))
        add(account, side === 'debit' ? amount : -amount)
      state = evolve(state, event)
    }
    if (state.kind !== 'case') continue
    add('cases', 1)
    for (const [component, amount] of Object.entries(state.netPaid)) add(component, amount)
  }
  return JSON.stringify([...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Erases what is known of every customer, so that every history shows what is left then. */
const eraseEverybody = async (player: Player): Promise<void> => {
  for (const { caseId } of player.cases) {
    player.wait(60_000)
    await player.command({ id: 'xing', role: 'administration' }, 'erasePersonalData', { caseId })
  }
}

const rule = {
  rule: 25,
  name: 'rule25PersonalData',
  title:
    'No plain phone number, account or name of an outside person in events at rest or refusals; after `PersonalDataErased`, amounts and counts are unchanged and the hash chain still verifies.',
  occasions: (history: History) => secretsOf(history).size + countOf(history, 'PersonalDataErased'),
  violations: async (history: History) => [
    ...inPlain(history),
    ...inRefusals(history),
    ...brokenChains(history),
    ...(await sealsThatLie(history)),
    ...(figures(history, true) === figures(history, false) ? [] : ['an erasure changed amounts or counts']),
  ],
}

const asItHappens = overHistories(rule)
const everybodyErased = overHistories({ ...rule, epilogue: eraseEverybody })

export const rule25PersonalData: typeof asItHappens = {
  ...asItHappens,
  check: async (subject) => {
    await asItHappens.check(subject)
    await everybodyErased.check(subject)
  },
}
