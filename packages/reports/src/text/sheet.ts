import type { Printer } from '../reading/index.js'
import { ruledFrame, type Ruled } from './ruled.js'

/** What every part of a form is drawn with. */
export interface Sheet {
  readonly frame: Ruled
  /** Of the whole form, in columns. */
  readonly width: number
  readonly printer: Printer
}

/** One cell over the whole width. */
export const wholeRow = ({ frame, width }: Sheet, text: string, align?: 'centre'): ReadonlyArray<string> =>
  frame.row([{ text, width: width - ruledFrame(1), align }])
