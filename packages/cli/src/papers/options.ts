import { TimeZone, type Language } from '@refund-case/core'
import type { Personal } from '@refund-case/reports'
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { languageOf } from '../arguments.js'
import { storeOptions, storeUsage, type SaidOfStore } from '../store-options/index.js'

/** The options that every command has that prints forms. */
export const paperOptions = {
  ...storeOptions,
  format: { type: 'string' },
  lang: { type: 'string' },
  out: { type: 'string' },
  bom: { type: 'boolean' },
  zone: { type: 'string' },
  names: { type: 'string' },
  'in-clear': { type: 'string' },
  help: { type: 'boolean' },
} as const

/** What `--help` says of them. */
export const paperUsage = `  --format FORMAT         text (default), html, csv, xlsx or json
  --lang LANG             en (default) or zh-CN
  --out PATH              a file; or, for several forms, a directory, which is made where there is none
  --bom                   begin CSV with U+FEFF, by which Excel knows UTF-8
  --zone ZONE             whose days and months they are (default Asia/Shanghai)
  --names FILE            a JSON object from staff ids to names
  --in-clear KINDS        do not mask phone, account, name or text (with commas); only for who may read them
${storeUsage}  --help                  this text

Exit code: 0 it was printed, 2 a file, a store or an option is no good.
`

export const formats = ['text', 'html', 'csv', 'xlsx', 'json'] as const
export type Format = (typeof formats)[number]

const kinds: ReadonlyArray<Personal> = ['phone', 'account', 'name', 'text']

type Said = SaidOfStore & {
  readonly [Name in 'format' | 'lang' | 'out' | 'zone' | 'names' | 'in-clear']?: string | undefined
} & { readonly bom?: boolean | undefined }

/** How forms are to be printed. */
export interface PaperOptions {
  readonly format: Format
  readonly language: Language
  readonly out: string | undefined
  readonly bom: boolean
  readonly zone: TimeZone
  readonly namesFile: string | undefined
  readonly inClear: ReadonlyArray<Personal>
}

const formatOf = (said = 'text'): Either<string, Format> => {
  const known = formats.find((format) => format === said)
  return known === undefined ? left(`--format knows ${formats.join(', ')}, not '${said.slice(0, 40)}'`) : right(known)
}

const zoneOf = (said = 'Asia/Shanghai'): Either<string, TimeZone> =>
  TimeZone.is(said) ? right(said) : left(`--zone knows IANA names such as Asia/Shanghai, not '${said.slice(0, 40)}'`)

const inClearOf = (said = ''): Either<string, ReadonlyArray<Personal>> => {
  const found: Array<Personal> = []
  for (const word of said.split(',').filter((each) => each !== '')) {
    const kind = kinds.find((known) => known === word)
    if (kind === undefined) return left(`--in-clear knows ${kinds.join(', ')}, not '${word.slice(0, 40)}'`)
    found.push(kind)
  }
  return right(found)
}

/** What was said of how to print, or the first thing that nobody understands. */
export const paperOptionsOf = (said: Said): Either<string, PaperOptions> => {
  const format = formatOf(said.format)
  if (isLeft(format)) return format
  const language = languageOf(said.lang)
  if (isLeft(language)) return language
  const zone = zoneOf(said.zone)
  if (isLeft(zone)) return zone
  const inClear = inClearOf(said['in-clear'])
  if (isLeft(inClear)) return inClear
  return right({
    format: format.right,
    language: language.right,
    out: said.out,
    bom: said.bom === true,
    zone: zone.right,
    namesFile: said.names,
    inClear: inClear.right,
  })
}
