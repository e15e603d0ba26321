/** SHA-256 of a text's UTF-8 bytes, in lower-case hex. Handed in: core hashes nothing itself. */
export type Sha256 = (text: string) => string
