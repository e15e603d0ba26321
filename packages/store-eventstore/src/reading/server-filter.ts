import type { EventFilter, StreamName } from '@refund-case/core'
import { streamIn, typeIn, type StoredMessage } from '../stored/decode-event.js'
import type { StreamNames } from '../stored/stream-prefix.js'

/** What the server is told to send: by stream name or by type, never by both. */
export type ServerFilter = { readonly on: 'stream' | 'type' } & (
  | { readonly prefixes: ReadonlyArray<string> }
  | { readonly regex: string }
)

/** What is asked for of the log. */
export interface Wanted {
  readonly server: ServerFilter
  /** The stream of an event that is asked for; undefined for any other, also where the server sent it. */
  readonly streamOf: (event: StoredMessage) => StreamName | undefined
  /** Streams of others may come along; what is none of ours is then passed over. */
  readonly mixed: boolean
}

const nothing: ServerFilter = { on: 'stream', regex: '(?!)' }

// The category of a stream goes up to its first dash, so that none has a dash in it.
const isCategory = (name: unknown): name is string =>
  typeof name === 'string' &&
  name !== '' &&
  !name.includes('-') &&
  !name.startsWith('$') &&
  !/\p{Surrogate}/u.test(name)

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** The filter of a reader in terms of the server. The categories are the server's to pick, else the types. */
export const wantedBy = ({ categories, types }: EventFilter, names: StreamNames): Wanted => {
  const typeSet = types === undefined ? undefined : new Set<string>(types)
  // Events of one stream often come one after the other.
  let [lastName, lastStream] = ['', names.fromServer('')]
  const streamNamed = (name: string): StreamName | undefined => {
    if (name !== lastName) [lastName, lastStream] = [name, names.fromServer(name)]
    return lastStream
  }
  const streamOf = (event: StoredMessage, name: string = streamIn(event)): StreamName | undefined =>
    (typeSet?.has(typeIn(event)) ?? true) ? streamNamed(name) : undefined
  if (typeSet?.size === 0) return { server: nothing, streamOf, mixed: false }
  if (categories !== undefined) {
    const prefixes = [...new Set(categories.filter(isCategory))].map((category) => names.onServer(`${category}-`))
    const isWanted = (name: string): boolean => prefixes.some((prefix) => name.startsWith(prefix))
    return {
      server: prefixes.length === 0 ? nothing : { on: 'stream', prefixes },
      // Pages of the log come unfiltered, so that this looks at both.
      streamOf: (event) => {
        const name = streamIn(event)
        return isWanted(name) ? streamOf(event, name) : undefined
      },
      mixed: false,
    }
  }
  if (typeSet !== undefined)
    return { server: { on: 'type', regex: `^(?:${Array.from(typeSet, escaped).join('|')})$` }, streamOf, mixed: true }
  const server: ServerFilter =
    names.prefix === '' ? { on: 'stream', regex: '^[^$]' } : { on: 'stream', prefixes: [names.prefix] }
  return { server, streamOf, mixed: true }
}
