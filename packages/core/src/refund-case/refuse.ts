import { left, type Either } from 'fp-ts/lib/Either.js'
import type { Refusal, RefusalFacts } from '../eventsourcing/refusal.js'
import type { RefusalCode } from '../vocabulary/refusal-codes.js'

/** The refusal of a command: its code, the clause it rests on, and the facts. */
export const refuse = (
  code: RefusalCode,
  rule: string,
  facts: RefusalFacts = {},
): Either<Refusal<RefusalCode>, never> => left({ kind: 'refusal', code, rule, facts })
