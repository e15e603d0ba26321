import { openFields, type CaseEvent, type Stored, type StreamName, type Vault } from '@refund-case/core'
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

/** The event with its texts opened; one that does not open shows why. */
export const openedEvent = async (
  { type, data, meta }: Stored<CaseEvent>,
  stream: StreamName,
  vault: Vault,
): Promise<HappenedEvent> => ({
  type,
  data: await openFields(vault, stream, data, (text) => sealed(isLeft(text) ? `(${text.left.code})` : text.right)),
  occurredAt: meta.occurredAt,
  by: meta.actor.id,
})
