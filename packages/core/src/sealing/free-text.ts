import * as t from 'io-ts'
import { isWellFormed } from '../eventsourcing/json/well-formed.js'

export interface FreeTextBrand {
  readonly FreeText: unique symbol
}

/** A plain text about a case or a person, as a command brings it. It is sealed before anything is stored. */
export type FreeText = t.Branded<string, FreeTextBrand>

/** A class of its own, so that whoever walks a codec finds the texts to seal by it. */
export class FreeTextCodec extends t.RefinementType<t.StringC, FreeText, FreeText> {
  readonly maxLength: number

  constructor(maxLength: number) {
    const fits = (text: string): text is FreeText => text.length > 0 && text.length <= maxLength && isWellFormed(text)
    const base = t.refinement(t.string, fits, `a text of 1 to ${maxLength} characters`)
    super(base.name, base.is, base.validate, t.identity, t.string, fits)
    this.maxLength = maxLength
  }
}

/** A free text of 1 to `maxLength` UTF-16 code units (4,000 where nothing is said), whole characters only. */
export const freeText = (maxLength = 4_000): FreeTextCodec => new FreeTextCodec(maxLength)

/** The free text of 1 to 4,000 characters. */
export const FreeText = freeText()
