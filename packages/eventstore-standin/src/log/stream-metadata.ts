/** What a stream's metadata say of reading it. */
export interface StreamMetadata {
  /** Only so many of the newest events can be read. */
  readonly maxCount?: number
  /** Only events younger than so many seconds can be read. */
  readonly maxAge?: number
  /** The first revision that can be read; `SOFT_DELETED` or more once the stream is deleted. */
  readonly truncateBefore?: number
  readonly acl?: unknown
}

/** The `$tb` of a soft-deleted stream is 2⁶³ − 1, which as a number of JavaScript is 2⁶³. */
const SOFT_DELETED = 2 ** 63

export const isSoftDeleted = ({ truncateBefore }: StreamMetadata): boolean => truncateBefore === SOFT_DELETED

/** What a soft delete writes: it replaces all other metadata. */
export const softDeletedJson = '{"$tb":9223372036854775807}'

/** The metadata of a metadata stream: only its last event counts. */
export const ofMetastream: StreamMetadata = { maxCount: 1 }

/** Metadata as they were written; what is no JSON object has none. */
export const parseMetadata = (data: Uint8Array): StreamMetadata => {
  const json = parseObject(data)
  return {
    ...number('maxCount', json?.['$maxCount']),
    ...number('maxAge', json?.['$maxAge']),
    ...number('truncateBefore', json?.['$tb']),
    ...(json?.['$acl'] === undefined ? {} : { acl: json['$acl'] }),
  }
}

/** The same metadata, truncated before the revision at which a deleted stream begins anew. */
export const recreatedFrom = (data: Uint8Array, revision: number): string | undefined => {
  const json = parseObject(data)
  return json === undefined ? undefined : JSON.stringify({ ...json, $tb: revision })
}

/** The JSON object that was written; undefined if it is none. */
export const parseObject = (data: Uint8Array): Readonly<Record<string, unknown>> | undefined => {
  try {
    const json: unknown = JSON.parse(Buffer.from(data).toString('utf8'))
    return isObject(json) ? json : undefined
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const number = (key: string, value: unknown): Readonly<Record<string, number>> =>
  typeof value === 'number' ? { [key]: value } : {}

const META = '$$'

export const isMetastream = (stream: string): boolean => stream.startsWith(META)
export const metastreamOf = (stream: string): string => META + stream
export const originalOf = (metastream: string): string => metastream.slice(META.length)
