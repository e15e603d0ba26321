import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, LocalDate } from '../../calendar/index.js'
import type { BankLine } from './bank-line.js'
import type { BankLineSettings } from './bank-line-settings.js'
import { parseBankLines } from './parse-bank-lines.js'
import { reconcile } from './reconcile.js'
import type { OurPayment } from './reconciliation.js'

const date = (text: string): LocalDate => {
  if (!LocalDate.is(text)) throw new Error(text)
  return text
}

const settings: BankLineSettings = {
  hasHead: true,
  columns: { lineReference: '流水号', date: '日期', amount: '金额', paymentReference: '附言' },
  dateFormat: 'yyyy-MM-dd',
  decimalMark: '.',
  thousandsMark: ',',
  outgoing: 'negative',
  currency: 'CNY',
}
const head = ['流水号', '日期', '金额', '附言']
const rows = (...cells: ReadonlyArray<ReadonlyArray<string>>) =>
  [head, ...cells].map((each, index) => ({ lineNo: index + 1, cells: each }))

describe('the cashier’s bank lines', () => {
  it('are read by the columns that settings name, money that went out above zero', () => {
    const { lines, badLines } = parseBankLines(
      rows(['L1', '2026-03-16', '-1,198.00', 'bank-1'], ['\uFEFFL2 ', ' 2026-03-17', '80.5', '']),
      settings,
    )
    expect(badLines).toEqual([])
    expect(lines).toEqual([
      {
        lineNo: 2,
        lineReference: 'L1',
        date: '2026-03-16',
        amount: 119_800,
        currency: 'CNY',
        paymentReference: 'bank-1',
      },
      { lineNo: 3, lineReference: 'L2', date: '2026-03-17', amount: -8_050, currency: 'CNY', paymentReference: null },
    ])
  })

  it.each([
    ['an amount with too many decimals', ['L1', '2026-03-16', '-1.005', ''], '金额', 'amountMalformed'],
    ['thousands marked in part', ['L1', '2026-03-16', '-1,1980.00', ''], '金额', 'amountMalformed'],
    ['an amount that is no number', ['L1', '2026-03-16', '1e3', ''], '金额', 'amountMalformed'],
    ['two points', ['L1', '2026-03-16', '1.2.3', ''], '金额', 'amountMalformed'],
    ['nothing at all', ['L1', '2026-03-16', '0.00', ''], '金额', 'amountZero'],
    ['more than can be', ['L1', '2026-03-16', '99999999999.00', ''], '金额', 'amountTooLarge'],
    ['a day that no month has', ['L1', '2026-02-30', '-1.00', ''], '日期', 'dateMalformed'],
    ['a date in another format', ['L1', '16.03.2026', '-1.00', ''], '日期', 'dateMalformed'],
    ['no reference', ['', '2026-03-16', '-1.00', ''], '流水号', 'referenceMissing'],
    ['a cell too few', ['L1', '2026-03-16'], '金额', 'columnMissing'],
    ['a cell too many', ['L1', '2026-03-16', '-1.00', '', 'x'], null, 'tooManyCells'],
  ])('with %s are reported by their number', (_, cells, column, reason) => {
    const good = ['L0', '2026-03-16', '-5.00', '']
    const { lines, badLines } = parseBankLines(rows(good, cells), settings)
    expect(lines.map(({ lineReference }) => lineReference)).toEqual(['L0'])
    expect(badLines).toEqual([{ lineNo: 3, column, reason }])
  })

  it('that repeat a reference are reported, the first one kept', () => {
    const line = ['L1', '2026-03-16', '-1.00', '']
    expect(parseBankLines(rows(line, line), settings)).toMatchObject({
      lines: [{ lineNo: 2 }],
      badLines: [{ lineNo: 3, reason: 'lineReferenceRepeated' }],
    })
  })

  it('are all bad where the head lacks a column', () => {
    const { lines, badLines } = parseBankLines(rows(['L1', '2026-03-16', '-1.00', '']), {
      ...settings,
      columns: { ...settings.columns, currency: '币种' },
    })
    expect(lines).toEqual([])
    expect(badLines).toEqual([{ lineNo: 2, column: '币种', reason: 'columnMissing' }])
  })

  it('are never lost, whatever stands in them', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('L1', '2026-03-16', '-1.00', '1,000.00', '', '\uFEFF'))
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }), (cells) => {
        const { lines, badLines } = parseBankLines(rows(...cells), settings)
        expect([...lines, ...badLines].map(({ lineNo }) => lineNo).toSorted((a, b) => a - b)).toEqual(
          cells.map((_row, index) => index + 2),
        )
      }),
      { numRuns: 300 },
    )
  })
})

const start = date('2026-03-10')
const amounts = fc.constantFrom(1_000, 1_000, 2_500, -1_000)
const payments = fc
  .array(fc.record({ day: fc.nat({ max: 6 }), amount: amounts, reference: fc.constantFrom('A', 'B', 'C', 'D') }), {
    maxLength: 8,
  })
  .map((all) =>
    all.map(({ day, amount, reference }, index): OurPayment => ({
      caseId: `case-${index}`,
      documentNo: `R-${index}`,
      kind: amount > 0 ? 'paid' : 'reversed',
      attempt: 1,
      reference,
      voucherNo: `V-${index}`,
      date: addDays(start, day),
      amount,
      currency: 'CNY',
      bankLine: index === 3 ? 'L0' : null,
    })),
  )
const lines = fc
  .array(fc.record({ day: fc.nat({ max: 9 }), amount: amounts, named: fc.option(fc.constantFrom('A', 'B', 'X')) }), {
    maxLength: 8,
  })
  .map((all) =>
    all.map(({ day, amount, named }, index): BankLine => ({
      lineNo: index + 2,
      lineReference: `L${index}`,
      date: addDays(start, day),
      amount,
      currency: 'CNY',
      paymentReference: named,
    })),
  )

const canBe = (payment: OurPayment, line: BankLine): boolean => {
  const later = daysBetween(payment.date, line.date)
  return payment.amount === line.amount && later >= 0 && later <= 3
}

describe('reconciliation (rule 12)', () => {
  it('puts every payment and every line in exactly one list', () => {
    fc.assert(
      fc.property(payments, lines, (ours, theirs) => {
        const found = reconcile(ours, { lines: theirs, badLines: [] })
        expect(
          [
            ...found.matched.map(({ payment }) => payment),
            ...found.onlyOurs,
            ...found.ambiguous.flatMap((a) => a.payments),
          ]
            .map(({ caseId }) => caseId)
            .toSorted(),
        ).toEqual(ours.map(({ caseId }) => caseId).toSorted())
        expect(
          [...found.matched.map(({ line }) => line), ...found.onlyTheirs, ...found.ambiguous.flatMap((a) => a.lines)]
            .map(({ lineNo }) => lineNo)
            .toSorted((a, b) => a - b),
        ).toEqual(theirs.map(({ lineNo }) => lineNo))
      }),
      { numRuns: 500 },
    )
  })

  it('matches only what cannot be otherwise, and leaves no pair that could be matched', () => {
    fc.assert(
      fc.property(payments, lines, (ours, theirs) => {
        const { matched, onlyOurs, onlyTheirs } = reconcile(ours, { lines: theirs, badLines: [] })
        for (const { payment, line, by } of matched) {
          expect(payment.amount).toBe(line.amount)
          if (by === 'matchedBefore') expect(line.lineReference).toBe(payment.bankLine)
          if (by === 'reference') expect(line.paymentReference).toBe(payment.reference)
          if (by !== 'amountAndDate') continue
          expect(canBe(payment, line)).toBe(true)
          // Nobody else could have had it.
          for (const other of onlyOurs) expect(other.bankLine !== null || !canBe(other, line)).toBe(true)
        }
        for (const payment of onlyOurs)
          for (const line of onlyTheirs)
            if (payment.bankLine === null && line.paymentReference === null) expect(canBe(payment, line)).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  it('is of two equal payments and one line ambiguous', () => {
    const payment: OurPayment = {
      caseId: 'case-1',
      documentNo: 'R-1',
      kind: 'paid',
      attempt: 1,
      reference: 'bank-1',
      voucherNo: 'V-1',
      date: start,
      amount: 1_000,
      currency: 'CNY',
      bankLine: null,
    }
    const other = { ...payment, caseId: 'case-2', reference: 'bank-2' }
    const line: BankLine = {
      lineNo: 2,
      lineReference: 'L1',
      date: start,
      amount: 1_000,
      currency: 'CNY',
      paymentReference: null,
    }
    const of = (theirs: BankLine) => reconcile([payment, other], { lines: [theirs], badLines: [] })
    expect(of(line).ambiguous).toEqual([{ payments: [payment, other], lines: [line] }])
    const named = of({ ...line, paymentReference: 'bank-2' })
    expect(named.matched).toEqual([{ payment: other, line: { ...line, paymentReference: 'bank-2' }, by: 'reference' }])
    expect(named.onlyOurs).toEqual([payment])
    expect(of({ ...line, date: addDays(start, 4) }).onlyTheirs).toHaveLength(1)
  })

  it('takes a day of ten thousand equal payments in its stride', () => {
    const many = Array.from({ length: 10_000 }, (_, index): OurPayment => ({
      caseId: `case-${index}`,
      documentNo: `R-${index}`,
      kind: 'paid',
      attempt: 1,
      reference: `bank-${index}`,
      voucherNo: 'V',
      date: start,
      amount: 990,
      currency: 'CNY',
      bankLine: null,
    }))
    const theirs = many.map((_, index): BankLine => ({
      lineNo: index + 2,
      lineReference: `L${index}`,
      date: start,
      amount: 990,
      currency: 'CNY',
      paymentReference: null,
    }))
    const { ambiguous } = reconcile(many, { lines: theirs, badLines: [] })
    expect(ambiguous.map((group) => [group.payments.length, group.lines.length])).toEqual([[10_000, 10_000]])
  })
})
