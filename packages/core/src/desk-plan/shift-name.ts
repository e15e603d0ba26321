import * as t from 'io-ts'

const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._]{0,39}$/u

const isShiftName = (input: unknown): input is string => typeof input === 'string' && NAME.test(input)

/** The name of a shift, such as 白班 or `day`. It holds no `-`, so that the name of its stream can be taken apart. */
export const ShiftName = new t.Type<string>(
  'a name of 1 to 40 letters, digits, . or _',
  isShiftName,
  (input, context) => (isShiftName(input) ? t.success(input) : t.failure(input, context)),
  t.identity,
)
