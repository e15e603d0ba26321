/**
 * The name of one stream: `{category}-{id}`. The category is the part before the first `-`.
 * Names are logical: a store's own prefix is no part of them, and neither hash nor export ever holds one.
 */
export type StreamName = `${string}-${string}`

export const streamName = (category: string, id: string): StreamName => `${category}-${id}`

export const categoryOf = (stream: StreamName): string => stream.slice(0, stream.indexOf('-'))
