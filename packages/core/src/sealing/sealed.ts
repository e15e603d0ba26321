import * as t from 'io-ts'

// A stored format. An optional field may be added; any other change is a new schema version with an upcast.

/**
 * A text under its subject's key (AES-256-GCM). `nonce` and `ciphertext` (with its tag) are base64; `commitment` is the
 * hex SHA-256 of a 128-bit salt followed by the plain text, the salt being sealed with the text: it proves what the
 * text was without the key, and says nothing to somebody who guesses.
 */
export const Sealed = t.readonly(
  t.strict({
    subject: t.string,
    keyId: t.string,
    nonce: t.string,
    ciphertext: t.string,
    commitment: t.string,
  }),
  'Sealed',
)
export type Sealed = t.TypeOf<typeof Sealed>
