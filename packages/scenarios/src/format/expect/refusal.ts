import { parseAmount, refusalCodes } from '@refund-case/core'
import { isLeft, right } from 'fp-ts/lib/Either.js'
import { either } from '../../form/choices.js'
import { fields, may, must } from '../../form/fields.js'
import { isObject, meaningProblem, reading, turned, type Form, type Read, type Scope } from '../../form/form.js'
import { map } from '../../form/lists.js'
import { anything, text, words } from '../../form/scalars.js'
import { under, type Pointer } from '../../source/pointer.js'

export interface ExpectedRefusal {
  readonly code: string
  readonly rule?: string
  readonly facts: ReadonlyArray<readonly [string, unknown]>
}

/** Facts have no form of their own: a number written with decimals is an amount, all else is as it stands. */
const spelled = (value: unknown, path: Pointer, scope: Scope): Read<unknown> => {
  if (typeof value === 'number') {
    const written = scope.numberText(path) ?? String(value)
    if (!written.includes('.')) return right(value)
    const amount = parseAmount(written, scope.currency)
    return isLeft(amount) ? meaningProblem(path, `expected an amount in ${scope.currency}, such as 198.00`) : amount
  }
  if (!isObject(value) && !Array.isArray(value)) return right(value)
  const parts: Array<readonly [string, unknown]> = []
  for (const [name, part] of Object.entries(value)) {
    const read = spelled(part, under(path, name), scope)
    if (isLeft(read)) return read
    parts.push([name, read.right])
  }
  return right(Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts))
}

const fact = reading(anything, spelled)
const code = words(refusalCodes)

export const expectedRefusal: Form<ExpectedRefusal> = either([
  turned(code, (word): ExpectedRefusal => ({ code: word, facts: [] })),
  turned(
    fields({
      code: must(code),
      rule: may(text('a rule such as §6-4', undefined, 200)),
      facts: may(map({ pattern: /^[A-Za-z][A-Za-z0-9]*$/, says: 'the name of a fact' }, fact)),
    }),
    (said): ExpectedRefusal => ({ facts: [], ...said }),
  ),
])
