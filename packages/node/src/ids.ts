import { parse, v7, validate } from 'uuid'
import { digest } from './digest.js'
import { randomPool } from './random-bytes.js'

/** Where ids come from. Every one is a UUID in lower case. */
export interface Ids {
  /** A fresh one; those of a later millisecond sort later. */
  readonly v7: () => string
  /**
   * The one that belongs to the name in the namespace: the same for the same two texts, everywhere and always. The
   * namespace is a UUID; any other text, such as the name of a shop, stands for the UUID that belongs to it in ours.
   */
  readonly v5: (namespace: string, name: string) => string
}

// Every id derived from a namespace that is no UUID rests on it: it never changes.
const NAMES_OF_NAMESPACES = '1f9a2348-ee78-4b80-abb1-c201ea449903'

const ID_BYTES = 16

// The variant's two bits are 10; the other two of the digit stay.
const DIGITS = '0123456789abcdef'
const VARIANTS = '89ab89ab89ab89ab'

// RFC 9562 §5.5: the SHA-1 of namespace and name, with version and variant set. `uuid` takes four times as long; the
// specs compare the two.
const nameBased = (namespace: Uint8Array, name: string): string => {
  const bytes = Buffer.allocUnsafe(ID_BYTES + Buffer.byteLength(name))
  bytes.set(namespace)
  bytes.write(name, ID_BYTES)
  const hex = digest('sha1', bytes)
  const variant = VARIANTS.charAt(DIGITS.indexOf(hex.charAt(16)))
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const namespaceBytes = (namespace: string): Uint8Array =>
  parse(validate(namespace) ? namespace : nameBased(parse(NAMES_OF_NAMESPACES), namespace))

/** UUIDs from the system's randomness and clock, and from names. */
export const uuids = (): Ids => {
  const random = randomPool()
  let namespace = NAMES_OF_NAMESPACES
  let bytes = namespaceBytes(namespace)
  return {
    v7: () => v7({ random: random(ID_BYTES) }),
    v5: (wanted, name) => {
      // A process serves one shop or a few, mostly the same as just before.
      if (wanted !== namespace) {
        namespace = wanted
        bytes = namespaceBytes(wanted)
      }
      return nameBased(bytes, name)
    },
  }
}
