import type { Language, LocalDate } from '@refund-case/core'
import type { Joined, Label } from '../document/index.js'

/** What stands for a value that cannot be shown. */
export const placeholders: { readonly [Name in 'nothing' | 'erased' | 'unreadable' | 'notOpened']: Label } = {
  nothing: ['none', '无'],
  erased: ['erased', '已删除'],
  unreadable: ['unreadable', '无法读取'],
  notOpened: ['not opened', '未解封'],
}

interface Units {
  readonly days: (n: number) => string
  readonly hours: (n: number) => string
  readonly minutes: (n: number) => string
  readonly gap: string
  readonly overdue: (by: string) => string
  readonly colon: string
  readonly between: { readonly [As in Joined]: string }
}

const units: { readonly [L in Language]: Units } = {
  en: {
    days: (n) => `${n} d`,
    hours: (n) => `${n} h`,
    minutes: (n) => `${n} min`,
    gap: ' ',
    overdue: (by) => `${by} overdue`,
    colon: ': ',
    between: { list: ', ', beside: ' ', clauses: '; ', lines: '\n', range: ' – ' },
  },
  'zh-CN': {
    days: (n) => `${n}天`,
    hours: (n) => `${n}小时`,
    minutes: (n) => `${n}分钟`,
    gap: '',
    overdue: (by) => `已超期${by}`,
    colon: '：',
    between: { list: '、', beside: ' ', clauses: '；', lines: '\n', range: ' 至 ' },
  },
}

export const unitsIn = (language: Language): Units => units[language]

/** `2026年7月1日`, or `2026-07-01`. */
export const filledDateIn = (language: Language, date: LocalDate): string => {
  if (language !== 'zh-CN') return date
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** In whole minutes: of a long time the days and hours, of a short one the minutes. */
export const durationIn = (language: Language, millis: number): string => {
  const { days, hours, minutes, gap, overdue } = units[language]
  // A deadline is missed from the first millisecond after it: that one is not worth a minute.
  const all = Math.floor(Math.round(Math.abs(millis) / 1_000) / 60)
  const [d, h, m] = [Math.floor(all / 1_440), Math.floor(all / 60) % 24, all % 60]
  const parts = d > 0 ? [days(d), ...(h > 0 ? [hours(h)] : [])] : [...(h > 0 ? [hours(h)] : []), minutes(m)]
  const whole = parts.slice(0, h > 0 && d === 0 && m === 0 ? 1 : 2).join(gap)
  return millis < 0 ? overdue(whole) : whole
}
