import { termOf, type Language, type TermKind, type TimeZone } from '@refund-case/core'
import type { Paint } from '../text/paint.js'

/** For whom something is shown, and in what. */
export interface Reader {
  readonly language: Language
  readonly paint: Paint
  /** Columns there are to write in. */
  readonly width: number
}

/** A reader of one play: its amounts in one currency, its times on one wall. */
export interface PlayReader extends Reader {
  readonly currency: string
  readonly zone: TimeZone
  /** A case's alias by its id, where it has one. */
  readonly aliasOf: (caseId: string) => string | undefined
}

const narrowest = 80
const widest = 140
const usual = 120

/** Where the width is not known, as in a file, one that most screens show. */
export const readableWidth = (columns: number | undefined): number =>
  Math.min(widest, Math.max(narrowest, columns ?? usual))

/** A word of the library: in English as the library spells it, so that it can be looked up; else by its term. */
export const word = ({ language }: Pick<Reader, 'language'>, kind: TermKind, value: string): string =>
  language === 'en' ? value : termOf(language, kind, value)
