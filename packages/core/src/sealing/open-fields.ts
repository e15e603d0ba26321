import type { Either } from 'fp-ts/lib/Either.js'
import { pointerStep, type JsonPointer } from '../eventsourcing/json/json-pointer.js'
import type { StreamName } from '../eventsourcing/stream-name.js'
import { associatedDataOf } from './associated-data.js'
import { sealedPaths } from './sealed-paths.js'
import type { Vault, VaultError } from './vault.js'

/**
 * The data of an event of `stream` with what `shown` makes of each opened text in place of its sealed value; all else
 * is as it was. `shown` gets the plain text, or why it does not open (`KEY_DESTROYED` after erasure).
 */
export const openFields = async (
  vault: Vault,
  stream: StreamName,
  data: unknown,
  shown: (text: Either<VaultError, string>) => unknown,
): Promise<unknown> => {
  const opened = await Promise.all(
    sealedPaths(data).map(
      async ({ path, sealed }) => [path, shown(await vault.open(sealed, associatedDataOf(stream, path))())] as const,
    ),
  )
  return replaced(data, '', new Map(opened))
}

const replaced = (value: unknown, path: JsonPointer, texts: ReadonlyMap<JsonPointer, unknown>): unknown => {
  if (texts.has(path)) return texts.get(path)
  if (Array.isArray(value)) return value.map((part: unknown, index) => replaced(part, path + pointerStep(index), texts))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, replaced(part, path + pointerStep(name), texts)]),
  )
}
