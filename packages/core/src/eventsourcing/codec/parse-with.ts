import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { jsonCopy } from '../json/json-copy.js'
import type { NotJson, NotJsonReason } from '../json/not-json.js'
import { deriveCopy } from './derive-copy.js'
import { deriveGuard } from './derive-guard.js'
import { explain } from './explain.js'
import { phraseOf } from './phrase.js'
import type { Problem } from './problem.js'

/** Untyped JSON that is not what was asked for. */
export interface Malformed {
  readonly kind: 'malformed'
  /** At least one, at most 20, in the order of the codec's fields. */
  readonly problems: ReadonlyArray<Problem>
}

/**
 * A decoder of untyped JSON. It answers with a copy, frozen deep, that its caller cannot reach, or with what is wrong at
 * which place. A field that the codec does not name is refused, not left out; one that is `undefined` counts as not
 * there. The codec must be an identity codec; how long a text may be is its business.
 */
export const parseWith = <A>(codec: t.Type<A, unknown>): ((value: unknown) => Either<Malformed, A>) => {
  const accepts = deriveGuard(codec)
  const copyOf = deriveCopy(codec)
  return (value) => {
    const exact = copyOf(value)
    if (exact !== undefined) return right(exact.value)
    const copy = jsonCopy(value, { undefinedIsAbsent: true })
    if (isLeft(copy)) return malformed([notJsonProblem(copy.left)])
    if (accepts(copy.right)) return right(copy.right)
    const problems = explain(codec, copy.right, { unknownFields: 'refused', unknownNames: 'shown' })
    return malformed(problems.length > 0 ? problems : [{ path: '', message: `expected ${phraseOf(codec)}` }])
  }
}

const malformed = (problems: ReadonlyArray<Problem>) => left<Malformed>({ kind: 'malformed', problems })

// The names on the way may be anything, and of any length.
const notJsonProblem = ({ path, reason }: NotJson): Problem => ({
  path: path.length > maxPathLength ? `${path.slice(0, maxPathLength)}…` : path,
  message: notJsonMessages[reason],
})

const maxPathLength = 200

const notPlain = 'expected plain JSON'

const notJsonMessages: { readonly [Reason in NotJsonReason]: string } = {
  undefined: 'missing',
  hole: 'missing',
  notFinite: 'expected a finite number',
  negativeZero: 'expected a number other than -0',
  loneSurrogate: 'expected whole characters',
  cycle: 'expected no cycle',
  tooDeep: 'expected at most 100 levels',
  notAnObject: 'expected an object',
  function: notPlain,
  symbol: notPlain,
  bigint: notPlain,
  notPlain,
  hidden: notPlain,
  accessor: notPlain,
  unreadable: notPlain,
}
