import * as t from 'io-ts'

/** What a registry asks of the codec of one event besides decoding it. */
export interface StoredEventFace {
  readonly eventType: string
  /** The version of `data` that is written now; older ones are brought up to it when they are read. */
  readonly schemaVersion: number
  /** The codec of `data` alone. */
  readonly dataCodec: t.Mixed
}

/** The codec of `{type, data}`, with the face a registry needs. */
export type StoredEventCodec<Type extends string, Data extends t.Mixed> = t.ReadonlyC<
  t.ExactC<t.TypeC<{ type: t.LiteralC<Type>; data: t.ReadonlyC<Data> }>>
> &
  StoredEventFace

/**
 * The codec of one event as it is stored: its type, and its data, given as a codec or as the list of its fields.
 *
 * What it names must be identity codecs (decoding gives back what it was given): the stored JSON is the truth. A list
 * of fields is exact. Optional fields, or data in several shapes, are written as a codec.
 */
export function storedEvent<Type extends string, Data extends t.Mixed>(
  type: Type,
  schemaVersion: number,
  data: Data,
): StoredEventCodec<Type, Data>
export function storedEvent<Type extends string, Fields extends t.Props>(
  type: Type,
  schemaVersion: number,
  fields: Fields,
): StoredEventCodec<Type, t.ExactC<t.TypeC<Fields>>>
export function storedEvent(type: string, schemaVersion: number, given: t.Mixed | t.Props): t.Mixed & StoredEventFace {
  const dataCodec = given instanceof t.Type ? given : t.strict(given)
  const codec = t.readonly(t.strict({ type: t.literal(type), data: t.readonly(dataCodec) }), type)
  return Object.assign(codec, { eventType: type, schemaVersion, dataCodec })
}
