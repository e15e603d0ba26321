import { isLeft, type Either } from 'fp-ts/lib/Either.js'
import type { CaseActor, CommandName } from '../../src/refund-case/index.js'
import type { Failure, Outcome, RefundService } from '../../src/service/index.js'

/** One command as somebody gives it: without its case and its key. */
export interface Step {
  readonly by: CaseActor
  readonly name: CommandName
  readonly body: Readonly<Record<string, unknown>>
}

export type Answered = Either<Failure, Outcome>

/** Gives a command on a case, or the request of one. */
export const give = (
  service: RefundService,
  step: Step,
  target: { caseId?: string; key?: string },
): Promise<Answered> => service.execute(step.by, step.name, { ...step.body, ...target })()

/** What an answer says in a word: the code of its refusal or failure, else what it came to. */
export const said = (answer: Either<Failure, unknown>): string => {
  if (!isLeft(answer)) return 'done'
  return answer.left.code
}

/** What the answer is, where a spec has set the stage so that it must be one. */
export const done = <A>(answer: Either<Failure, A>): A => {
  if (isLeft(answer)) throw new Error(`not done: ${JSON.stringify(answer.left)}`)
  return answer.right
}

/** Gives each command in turn to the case that the first of them, a request, opens; a minute passes before each. */
export const play = async (
  service: RefundService,
  steps: ReadonlyArray<Step>,
  { clock, prefix = 'step' }: { readonly clock: { advance: (millis: number) => void }; readonly prefix?: string },
): Promise<string> => {
  let caseId: string | undefined
  for (const [index, step] of steps.entries()) {
    clock.advance(60_000)
    const target = { key: `${prefix}-${index}`, ...(caseId === undefined ? {} : { caseId }) }
    caseId = done(await give(service, step, target)).caseId
  }
  if (caseId === undefined) throw new Error('no request to play')
  return caseId
}
