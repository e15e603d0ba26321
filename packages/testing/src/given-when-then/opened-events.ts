import {
  associatedDataOf,
  sealedPaths,
  type CaseEvent,
  type Stored,
  type StreamName,
  type Vault,
} from '@refund-case/core'
import { isLeft } from 'fp-ts/lib/Either.js'

/** An event as a specification names it: what happened, when, and who did it. */
export interface HappenedEvent {
  readonly type: CaseEvent['type']
  /** Its fields, with `sealed(text)` where a text is sealed. */
  readonly data: unknown
  readonly occurredAt: string
  readonly by: string
}

/** What a sealed text opens to. */
export interface OpenedText {
  readonly sealed: string
}

/** A sealed text, as a specification names it. */
export const sealed = (text: string): OpenedText => ({ sealed: text })

const replaced = (value: unknown, path: string, texts: ReadonlyMap<string, OpenedText>): unknown => {
  const text = texts.get(path)
  if (text !== undefined) return text
  if (Array.isArray(value)) return value.map((part: unknown, at) => replaced(part, `${path}/${at}`, texts))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, replaced(part, `${path}/${name}`, texts)]),
  )
}

/** The event with its texts opened; one that does not open shows why. */
export const openedEvent = async (
  { type, data, meta }: Stored<CaseEvent>,
  stream: StreamName,
  vault: Vault,
): Promise<HappenedEvent> => {
  const texts = new Map<string, OpenedText>()
  for (const { path, sealed: value } of sealedPaths(data)) {
    const text = await vault.open(value, associatedDataOf(stream, path))()
    texts.set(path, sealed(isLeft(text) ? `(${text.left.code})` : text.right))
  }
  return { type, data: replaced(data, '', texts), occurredAt: meta.occurredAt, by: meta.actor.id }
}
