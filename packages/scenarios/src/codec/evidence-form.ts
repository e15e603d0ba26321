import { sha256 } from '@refund-case/node'
import { right } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { either } from '../form/choices.js'
import { fields, may, must } from '../form/fields.js'
import { named, reading, type Form } from '../form/form.js'
import { text, whole, words } from '../form/scalars.js'
import { anatomyOf } from './anatomy.js'
import { wordsOf } from './words-of.js'

const mediaTypes: { readonly [kind: string]: string } = {
  photo: 'image/jpeg',
  orderScreenshot: 'image/png',
  video: 'video/mp4',
  chatLog: 'text/plain',
}

interface Given {
  readonly kind: string
  readonly reference?: string
  readonly sha256?: string
  readonly mediaType?: string
  readonly size?: number
}

/** A file in full: what the author did not care to write is made up from its kind and place, the same every time. */
const inFull = (given: Given, path: string) => {
  const place = /(?:^|[./])(\d+)$/.exec(path)?.[1] ?? '0'
  const reference = given.reference ?? `${given.kind}-${Number(place) + 1}`
  return {
    kind: given.kind,
    reference,
    sha256: given.sha256 ?? sha256(reference),
    mediaType: given.mediaType ?? mediaTypes[given.kind] ?? 'application/pdf',
    size: given.size ?? 1_000,
  }
}

/** A file kept elsewhere: `photo`, or some of its fields. */
export const evidenceForm = (codec: t.Mixed): Form<unknown> => {
  const anatomy = anatomyOf(codec)
  const kindCodec = anatomy.kind === 'fields' ? anatomy.fields.get('kind')?.codec : undefined
  const kind = words(kindCodec === undefined ? [] : wordsOf(kindCodec))
  const parts = fields({
    kind: must(kind),
    reference: may(text('a text of 1 to 4000 characters', undefined, 4_000)),
    sha256: may(text('a SHA-256 in lower-case hex', /^[0-9a-f]{64}$/)),
    mediaType: may(text('a media type, such as image/jpeg', /^[!-~]{1,200}$/)),
    size: may(whole(0, Number.MAX_SAFE_INTEGER)),
  })
  const inAnyWay = either([
    reading(kind, (word, path) => right(inFull({ kind: word }, path))),
    reading(parts, (given, path) => right(inFull(given, path))),
  ])
  return named('file', () => inAnyWay)
}
