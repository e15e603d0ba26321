import * as t from 'io-ts'

// Refinements, because a derived guard looks into them: what decodes a type made by hand, only that type knows.
const whole = (name: string, least: number, most = Number.MAX_SAFE_INTEGER) =>
  t.refinement(t.number, (n) => Number.isSafeInteger(n) && n >= least && n <= most && !Object.is(n, -0), name)

/** An amount in minor units of its currency, zero or more. The ceiling leaves room to add a million of them. */
export const MinorUnits = whole('an amount in minor units: a whole number from 0 to 9007199254', 0, 9_007_199_254)
/** A total in minor units, of what went out less what came back. */
export const SignedMinorUnits = whole('a whole number of minor units', Number.MIN_SAFE_INTEGER)
/** A quantity, a line number, a version: one or more. */
export const Positive = whole('a whole number from 1 to 1000000', 1, 1_000_000)
/** A count or a revision: zero or more. */
export const Count = whole('a whole number, 0 or more', 0)

const text = (name: string, pattern: RegExp) => t.refinement(t.string, (value) => pattern.test(value), name)

/** An opaque code or reference that may stand in clear: no blanks at the ends, no control characters. */
export const Reference = text(
  'a reference of 1 to 200 printable characters',
  /^(?!\s)[^\p{Cc}\p{Cs}\u2028\u2029]{1,200}(?<!\s)$/u,
)
/** An id that names a stream or a key: letters, digits and `._:-`, 1 to 100 of them. */
export const Id = text('an id of 1 to 100 letters, digits or ._:-', /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/)
/**
 * An id of a person that is safe in clear: opaque, never a phone number (seven digits and more) or an e-mail address.
 */
export const PersonId = text(
  'an opaque id of a person (no phone number, no e-mail address)',
  /^(?!\+?[\d-]{7,}$)[\p{L}\p{N}][\p{L}\p{N}._:-]{0,99}$/u,
)
export const Uuid = text('a UUID', /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
export const Sha256Hex = text('a SHA-256 in lower-case hex', /^[0-9a-f]{64}$/)
/** ISO 4217, three capitals. */
export const Currency = text('an ISO 4217 currency code', /^[A-Z]{3}$/)
