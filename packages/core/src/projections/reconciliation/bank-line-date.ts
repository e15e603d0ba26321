import { LocalDate } from '../../calendar/index.js'
import type { BankDateFormat } from './bank-line-settings.js'

type Parts = readonly [year: number, month: number, day: number]

/** How each format is written, and at which of its groups year, month and day stand. */
const formats: { readonly [F in BankDateFormat]: readonly [RegExp, Parts] } = {
  'yyyy-MM-dd': [/^(\d{4})-(\d{2})-(\d{2})$/, [1, 2, 3]],
  'yyyy/MM/dd': [/^(\d{4})\/(\d{2})\/(\d{2})$/, [1, 2, 3]],
  yyyyMMdd: [/^(\d{4})(\d{2})(\d{2})$/, [1, 2, 3]],
  'dd.MM.yyyy': [/^(\d{2})\.(\d{2})\.(\d{4})$/, [3, 2, 1]],
  'dd/MM/yyyy': [/^(\d{2})\/(\d{2})\/(\d{4})$/, [3, 2, 1]],
  'MM/dd/yyyy': [/^(\d{2})\/(\d{2})\/(\d{4})$/, [3, 1, 2]],
}

/** The date that a text in this format means; undefined where there is no such day. */
export const bankLineDate = (text: string, format: BankDateFormat): LocalDate | undefined => {
  const [pattern, [year, month, day]] = formats[format]
  const parts = pattern.exec(text)
  const date = parts === null ? '' : `${parts[year]}-${parts[month]}-${parts[day]}`
  return LocalDate.is(date) ? date : undefined
}
