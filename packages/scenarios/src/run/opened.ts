import { associatedDataOf, sealedPaths, type StreamName, type Vault } from '@refund-case/core'
import { isLeft } from 'fp-ts/lib/Either.js'
import { isObject } from '../form/form.js'

const unescaped = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~')

const put = (value: unknown, steps: ReadonlyArray<string>, text: string): unknown => {
  const [step, ...rest] = steps
  if (step === undefined) return text
  if (Array.isArray(value))
    return value.map((part: unknown, index) => (String(index) === step ? put(part, rest, text) : part))
  return isObject(value) ? { ...value, [step]: put(value[step], rest, text) } : value
}

/** The data of an event with every sealed text in plain; `(erased)` where its key is gone. */
export const openedData = async (
  vault: Vault,
  stream: StreamName,
  data: object,
): Promise<{ readonly [field: string]: unknown }> => {
  const places = sealedPaths(data)
  const texts = await Promise.all(
    places.map(({ path, sealed }) => vault.open(sealed, associatedDataOf(stream, path))()),
  )
  let opened: unknown = data
  for (const [index, { path }] of places.entries()) {
    const text = texts[index]
    const plain =
      text === undefined || isLeft(text) ? `(${text?.left.code === 'KEY_DESTROYED' ? 'erased' : 'sealed'})` : text.right
    opened = put(opened, path.split('/').slice(1).map(unescaped), plain)
  }
  return isObject(opened) ? opened : {}
}
