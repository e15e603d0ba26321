import { isStreamName, type StreamName } from '@refund-case/core'

/** How streams are called on the server: shops that share one put a prefix of their own before the category. */
export interface StreamNames {
  readonly onServer: (stream: string) => string
  /** Undefined for a stream of somebody else. */
  readonly fromServer: (name: string) => StreamName | undefined
  readonly prefix: string
}

/** Whether it can be a prefix: the server finds the category of a stream before the first `-`. */
export const isPrefix = (prefix: unknown): prefix is string =>
  typeof prefix === 'string' && !prefix.includes('-') && !prefix.startsWith('$') && !/\p{Surrogate}/u.test(prefix)

export const streamNames = (prefix: string): StreamNames => ({
  prefix,
  onServer: (stream) => prefix + stream,
  fromServer: (name) => {
    const stream = name.startsWith(prefix) ? name.slice(prefix.length) : ''
    return isStreamName(stream) ? stream : undefined
  },
})
