import type { FreeText } from './free-text.js'
import type { Sealed } from './sealed.js'

/** A command after sealing: at every depth a sealed value where it had a free text, all else as it was. */
export type Sealing<Command> = Command extends FreeText
  ? Sealed
  : Command extends string | number | boolean | null | undefined
    ? Command
    : { readonly [Name in keyof Command]: Sealing<Command[Name]> }
