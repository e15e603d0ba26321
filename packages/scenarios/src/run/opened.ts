import { openFields, type StreamName, type Vault } from '@refund-case/core'
import { isLeft } from 'fp-ts/lib/Either.js'
import { isObject } from '../form/form.js'

/** The data of an event with every sealed text in plain; `(erased)` where its key is gone. */
export const openedData = async (
  vault: Vault,
  stream: StreamName,
  data: object,
): Promise<{ readonly [field: string]: unknown }> => {
  const opened = await openFields(vault, stream, data, (text) =>
    isLeft(text) ? `(${text.left.code === 'KEY_DESTROYED' ? 'erased' : 'sealed'})` : text.right,
  )
  return isObject(opened) ? opened : {}
}
