import type { CaseActor, Failure, Outcome, RefundService } from '@refund-case/core'
import { isLeft, type Either } from 'fp-ts/lib/Either.js'
import { CaseAlias, withCaseIds } from '../form/case-alias.js'
import { isObject } from '../form/form.js'
import type { CommandFields } from '../format/step-types.js'

/** A command as it is handed to the service. */
export interface Asked {
  readonly command: CommandFields['command']
  readonly actor: CaseActor
  readonly key: string | undefined
  /** As the file names it. */
  readonly case: string | undefined
  readonly answer: Either<Failure, Outcome>
}

type Given = CommandFields & { readonly with?: unknown }

const caseNameOf = (given: CaseAlias | string | undefined): string | undefined =>
  given instanceof CaseAlias ? given.alias : given

/** The body of a command: its fields with ids for aliases, its case and its key. */
const bodyOf = (given: Given, caseIdOf: (alias: string) => string): unknown => {
  const fields = 'raw' in given ? given.raw : withCaseIds(given.with, caseIdOf)
  if (!isObject(fields)) return fields
  const name = given.case instanceof CaseAlias ? caseIdOf(given.case.alias) : given.case
  return {
    ...(given.command === 'request' || name === undefined ? {} : { caseId: name }),
    ...(given.key === undefined ? {} : { key: given.key }),
    ...fields,
  }
}

export const ask = async (
  service: RefundService,
  actor: CaseActor,
  given: Given,
  caseIdOf: (alias: string) => string,
): Promise<Asked> => ({
  command: given.command,
  actor,
  key: given.key,
  case: caseNameOf(given.case),
  answer: await service.execute(actor, given.command, bodyOf(given, caseIdOf), given.order)(),
})

/** The case that an answer is about, where there is one. */
export const caseIdIn = ({ answer }: Asked): string | undefined => (isLeft(answer) ? undefined : answer.right.caseId)
