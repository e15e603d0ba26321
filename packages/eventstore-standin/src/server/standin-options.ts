import type { User } from '../auth/users.js'
import type { ServerVersion } from '../calls/node.js'

export interface StandinOptions {
  /** Which server to be, where they differ. 23.10 if nothing is said. */
  readonly version?: ServerVersion
  readonly host?: string
  /** A free one if nothing is said. */
  readonly port?: number
  /** Where the events are kept. In memory if nothing is said; a file outlives the process. */
  readonly log?: 'memory' | { readonly file: string }
  /** Asks for a name and a password, and keeps to the access lists of streams. Everybody may do everything if not. */
  readonly auth?: { readonly users?: ReadonlyArray<User> }
  /** The server's certificate and key, as PEM. In clear if nothing is said. */
  readonly tls?: { readonly cert: string | Uint8Array; readonly key: string | Uint8Array }
  /** Milliseconds since 1970, with fractions. */
  readonly clock?: () => number
  /** How many bytes of data one append may hold. 1 MiB if nothing is said, as on a server up to 24.6. */
  readonly maxAppendSize?: number
}
