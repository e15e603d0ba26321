import type { Language, Vault } from '@refund-case/core'
import type { Personal } from '../document/index.js'

/** Who a form is printed for, and what may be looked up for them. */
export interface Reader {
  readonly language: Language
  /** Opens what is sealed. Without it the form says that it was not opened. */
  readonly vault?: Pick<Vault, 'open'>
  /** The name of a member of staff; without one the id is printed. */
  readonly nameOf?: (staffId: string) => string | undefined
  /** The kinds of personal data that this reader has shown the right to read in clear; all else is masked. */
  readonly readsInClear?: ReadonlyArray<Personal>
}
