import type { StoredEvent } from '../log/index.js'

/** Which events of all a reader is sent. */
export type Filter = (event: StoredEvent) => boolean

export interface FilterOptions {
  readonly on: 'stream-name' | 'event-type'
  readonly prefixes: ReadonlyArray<string>
  /** Empty: the prefixes count. */
  readonly regex: string
}

/** Throws on a regular expression that is none, as the server does. */
export const filterOf = ({ on, prefixes, regex }: FilterOptions): Filter => {
  const matches = regex === '' ? startsWithOneOf(prefixes) : matching(new RegExp(regex))
  return on === 'stream-name' ? ({ stream }) => matches(stream) : ({ type }) => matches(type)
}

const startsWithOneOf =
  (prefixes: ReadonlyArray<string>) =>
  (text: string): boolean =>
    prefixes.some((prefix) => text.startsWith(prefix))

const matching =
  (pattern: RegExp) =>
  (text: string): boolean =>
    pattern.test(text)
