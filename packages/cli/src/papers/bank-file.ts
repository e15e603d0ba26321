import {
  parseBankLines,
  type BankDateFormat,
  type BankLineSettings,
  type ParsedBankLines,
  type TextRow,
} from '@refund-case/core'
import { parse } from 'csv-parse/sync'
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { readFile } from 'node:fs/promises'
import { cliError, type CliError } from '../cli-error.js'
import { reasonOf } from '../files/read-text.js'

/** How the bank writes its lines, where nothing else is said. */
const usual: BankLineSettings = {
  hasHead: true,
  columns: { lineReference: 'lineReference', date: 'date', amount: 'amount', paymentReference: 'paymentReference' },
  dateFormat: 'yyyy-MM-dd',
  decimalMark: '.',
  outgoing: 'positive',
  currency: 'CNY',
}

const column = t.union([t.string, t.number])
const Settings = t.exact(
  t.intersection([
    t.type({
      hasHead: t.boolean,
      columns: t.exact(
        t.intersection([
          t.type({ lineReference: column, date: column, amount: column }),
          t.partial({ paymentReference: column, currency: column }),
        ]),
      ),
      dateFormat: t.keyof({
        'yyyy-MM-dd': null,
        'yyyy/MM/dd': null,
        yyyyMMdd: null,
        'dd.MM.yyyy': null,
        'dd/MM/yyyy': null,
        'MM/dd/yyyy': null,
      } satisfies { readonly [Format in BankDateFormat]: null }),
      decimalMark: t.union([t.literal('.'), t.literal(',')]),
      outgoing: t.union([t.literal('positive'), t.literal('negative')]),
      currency: t.string,
    }),
    t.partial({ thousandsMark: t.union([t.literal(','), t.literal('.'), t.literal(' '), t.literal("'")]) }),
  ]),
)

const textOf = async (path: string): Promise<Either<CliError, string>> => {
  try {
    return right(new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)))
  } catch (error) {
    const why = error instanceof TypeError ? 'it is not text in UTF-8' : reasonOf(error)
    return left(cliError('BANK_FILE_UNREADABLE', `${path}: ${why}`))
  }
}

const settingsIn = async (path: string | undefined): Promise<Either<CliError, BankLineSettings>> => {
  if (path === undefined) return right(usual)
  const text = await textOf(path)
  if (isLeft(text)) return text
  const bad = left(
    cliError('BANK_SETTINGS_MALFORMED', `${path}: expected the settings of a bank file as JSON; see docs/reports.md`),
  )
  try {
    const decoded = Settings.decode(JSON.parse(text.right))
    return isLeft(decoded) ? bad : decoded
  } catch {
    return bad
  }
}

const Rows = t.array(t.type({ record: t.array(t.string), info: t.type({ lines: t.number }) }))

/** The rows of a CSV file, each with the line it begins on; empty lines are none. */
const rowsOf = (path: string, text: string): Either<CliError, ReadonlyArray<TextRow>> => {
  try {
    const rows = Rows.decode(parse(text, { bom: true, info: true, relax_column_count: true }))
    if (isLeft(rows)) return left(cliError('BANK_FILE_UNREADABLE', `${path}: it is no CSV`))
    let ended = 0
    return right(
      rows.right.flatMap(({ record, info }) => {
        const lineNo = ended + 1
        ended = info.lines
        return record.length === 1 && record[0] === '' ? [] : [{ lineNo, cells: record }]
      }),
    )
  } catch (error) {
    return left(cliError('BANK_FILE_UNREADABLE', `${path}: ${error instanceof Error ? error.message : 'it is no CSV'}`))
  }
}

/** The cashier's bank lines in a CSV file: every line is read, or named as one that could not be. */
export const bankLinesIn = async (
  path: string,
  settingsPath: string | undefined,
): Promise<Either<CliError, ParsedBankLines>> => {
  const settings = await settingsIn(settingsPath)
  if (isLeft(settings)) return settings
  const text = await textOf(path)
  if (isLeft(text)) return text
  const rows = rowsOf(path, text.right)
  return isLeft(rows) ? rows : right(parseBankLines(rows.right, settings.right))
}
