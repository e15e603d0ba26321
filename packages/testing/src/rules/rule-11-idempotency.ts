import { isLeft, isRight } from 'fp-ts/lib/Either.js'
import { failureCode } from '../play/failure-code.js'
import type { History, PlayedStep } from '../play/history.js'
import type { Player } from '../play/player.js'
import { overHistories } from './over-histories.js'

type CommandStep = PlayedStep & { readonly call: Extract<PlayedStep['call'], { readonly kind: 'command' }> }

const isCommand = (step: PlayedStep): step is CommandStep => step.call.kind === 'command'

/** A key belongs to the shop for requests, and to the case for everything else. */
const scopeOf = ({ call: { name, body } }: CommandStep): string | undefined =>
  typeof body['key'] === 'string'
    ? `${name === 'request' ? 'request' : String(body['caseId'])} ${body['key']}`
    : undefined

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

const bodyOf = ({ call: { name, body } }: CommandStep): string => {
  // What only frames a command is no part of what it says.
  const { key: _key, correlationId: _correlation, ...said } = body
  return canonical({ name, said })
}

const idsOf = (step: PlayedStep): string =>
  isRight(step.answer) ? JSON.stringify(step.answer.right?.events.map(({ meta }) => meta.id)) : ''

const wroteToCase = ({ written }: PlayedStep): boolean => written.some(({ stream }) => stream.startsWith('refundCase-'))

const told = ({ answer }: PlayedStep): string =>
  isLeft(answer) ? failureCode(answer.left) : `${answer.right?.events.length ?? 0} events`

const complaintAbout = (step: CommandStep, first: CommandStep): string | undefined => {
  const same = bodyOf(step) === bodyOf(first)
  const refused = isLeft(step.answer) ? failureCode(step.answer.left) : undefined
  if (!same && refused !== 'IDEMPOTENCY_MISMATCH')
    return `another body under the key of step ${first.no} came to ${told(step)}`
  if (wroteToCase(step)) return `repeats step ${first.no}, and wrote to the case again`
  if (!same) return undefined
  if (isLeft(step.answer)) return `repeats step ${first.no}, and was refused: ${told(step)}`
  if (step.answer.right?.repeated !== true) return `repeats step ${first.no}, and does not say so`
  return idsOf(step) === idsOf(first) ? undefined : `repeats step ${first.no}, and answers with other events`
}

const repeats = ({ steps }: History): ReadonlyArray<string> => {
  const used = new Map<string, CommandStep>()
  return steps.filter(isCommand).flatMap((step) => {
    const scope = scopeOf(step)
    if (scope === undefined) return []
    const first = used.get(scope)
    if (first === undefined) {
      // A refusal, and a command with nothing left to do, do not use a key up.
      if (isRight(step.answer) && (step.answer.right?.events.length ?? 0) > 0) used.set(scope, step)
      return []
    }
    const complaint = complaintAbout(step, first)
    return complaint === undefined ? [] : [`step ${step.no} (${step.call.name}) ${complaint}`]
  })
}

/** No event stands twice, under whatever revision. */
const twice = ({ recorded }: History): ReadonlyArray<string> => {
  const seen = new Map<string, string>()
  return recorded.flatMap(({ stream, revision, envelope: { id } }) => {
    const place = `${stream}@${revision}`
    const before = seen.get(id)
    seen.set(id, place)
    return before === undefined ? [] : [`event ${id} stands at ${before} and at ${place}`]
  })
}

/** Sends every keyed command that came to something once more, to a server that has nothing in memory. */
const sendAllAgain = async (player: Player): Promise<void> => {
  player.useAnotherServer()
  for (const step of player.steps.filter(isCommand))
    if (scopeOf(step) !== undefined && isRight(step.answer) && step.answer.right?.repeated === false) {
      const { actor, name, body } = step.call
      await player.command(actor, name, body, { step: step.no, same: true })
    }
}

export const rule11Idempotency = overHistories({
  rule: 11,
  name: 'rule11Idempotency',
  title:
    'The same idempotency key gives the same result and the same events, appended once; the same key with another body is refused.',
  epilogue: sendAllAgain,
  occasions: ({ steps }) => steps.filter((step) => isCommand(step) && step.call.again !== undefined).length,
  violations: (history) => [...repeats(history), ...twice(history)],
})
