import { left, type Either } from 'fp-ts/lib/Either.js'
import type { Refusal } from './refusal.js'

/** The refusal of a command as its answer: its code, the clause it rests on, and the facts. */
export const refuse = <Code extends string, Facts>(
  code: Code,
  rule: string,
  facts: Facts,
): Either<Refusal<Code, Facts>, never> => left({ kind: 'refusal', code, rule, facts })
