import { right, type Either } from 'fp-ts/lib/Either.js'
import type { Refusal } from '../eventsourcing/refusal.js'
import type { CaseActor } from './facts.js'
import type { SignOff } from './fields/index.js'
import { refuse } from './refuse.js'

/** 领导审批 is another person's than the one who wrote the opinion (AP2). */
export const signedByAnother = (signOff: SignOff | undefined, actor: CaseActor): Either<Refusal, true> =>
  signOff?.by === actor.id
    ? refuse('SEPARATION_OF_DUTIES', 'AP2', { person: actor.id, conflict: 'signOff' })
    : right(true)
