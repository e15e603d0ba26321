import type { Position, RawExpectedRevision, Revision } from '@refund-case/core'
import type { EncodedEvent } from '../stored/encode-event.js'
import type { Failure } from '../wire/failure.js'

/** One append as it goes to the server, under the stream's name there. */
export interface AppendRequest {
  readonly stream: string
  readonly expected: RawExpectedRevision
  readonly events: ReadonlyArray<EncodedEvent>
  /** Of all events, as the server counts it. */
  readonly size: number
}

/** What came of one attempt. */
export type AppendAnswer =
  | { readonly kind: 'accepted'; readonly revision: Revision; readonly position: Position | undefined }
  | { readonly kind: 'wrongRevision'; readonly actual: Revision | 'no_stream' }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** A way to send an append. It answers within the time given, whatever server and network do, and never rejects. */
export type AppendPath = (request: AppendRequest, timeoutMs: number) => Promise<AppendAnswer>

/** How appends go out, and the end of it. */
export interface Sending {
  readonly send: AppendPath
  readonly close: () => void
}

export const failed = (failure: Failure): AppendAnswer => ({ kind: 'failed', failure })
