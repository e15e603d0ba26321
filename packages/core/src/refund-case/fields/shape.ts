import * as t from 'io-ts'

/** Fields that must stand there and fields that may be left out, and no others. */
export const shape = <R extends t.Props, O extends t.Props>(required: R, optional: O) =>
  t.readonly(t.exact(t.intersection([t.type(required), t.partial(optional)])))

// What a command says in plain text, its event holds sealed. So the fields that both share are written once, over the
// codec of their texts: `FreeText` gives the command's fields, `Sealed` the event's.
