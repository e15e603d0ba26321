import type { Vault, VaultError } from '@refund-case/core'
import { isLeft, left } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { everywhere } from '../../test/one-value.js'
import { papers } from '../../test/papers.js'
import { printed } from '../../test/printed.js'
import {
  duration,
  handoverSheetForm,
  renderHtml,
  renderText,
  renderXlsx,
  sealed,
  wholeFile,
  wholeText,
} from '../index.js'
import type { Reader } from './reader.js'

const vaultThat = (code: VaultError['code']): Pick<Vault, 'open'> => ({
  open: () => () => Promise.resolve(left({ kind: 'vaultError', code, message: 'Try again.', facts: {} })),
})

const amounts = (page: string) => page.replaceAll(/[\s│]/g, '').match(/金额：[\d.]+/g)

const handover = async (reader: Partial<Reader>) => {
  const { handover: sheet, vault } = await papers()
  return printed.text(handoverSheetForm(sheet), { language: 'zh-CN', vault, ...reader })
}

describe('personal data on a form', () => {
  it('is masked for whoever shows no right to it', async () => {
    const page = await handover({})
    expect(page).toContain('手机号：138****0000')
    expect(page).toContain('m****@example.cn')
    expect(page).toContain('139****5678')
    expect(page).not.toContain('13800000000')
  })

  it('is in clear, kind by kind, for who does', async () => {
    const page = await handover({ readsInClear: ['phone'] })
    expect(page).toContain('手机号：13800000000')
    expect(page).toContain('139****5678')
    expect(await handover({ readsInClear: ['text'] })).toContain('13912345678')
  })

  it('says that it was erased once the key is destroyed, and all else stays', async () => {
    const { handover: sheet, vault } = await papers()
    const before = await printed.text(handoverSheetForm(sheet), { language: 'zh-CN', vault })
    await vault.erase('subject-1')()
    const page = await printed.text(handoverSheetForm(sheet), { language: 'zh-CN', vault })
    expect(page).toContain('手机号：已删除')
    expect(page).toContain('银行：已删除')
    expect(amounts(page)).toEqual(amounts(before))
    expect(await printed.text(handoverSheetForm(sheet), { language: 'en', vault })).toContain('Mobile no.: erased')
  })

  it('says so where it cannot be read, or was not opened', async () => {
    expect(await handover({ vault: vaultThat('SEAL_BROKEN') })).toContain('手机号：无法读取')
    const { handover: sheet } = await papers()
    expect(await printed.text(handoverSheetForm(sheet), { language: 'zh-CN' })).toContain('手机号：未解封')
  })

  it('keeps a form from being printed at all where the vault does not answer', async () => {
    const { handover: sheet } = await papers()
    const reader: Reader = { language: 'zh-CN', vault: vaultThat('VAULT_UNAVAILABLE') }
    const form = handoverSheetForm(sheet)
    for (const answer of [
      await wholeText(renderText(form, reader))(),
      await wholeText(renderHtml(form, reader))(),
      await wholeFile(renderXlsx(form, reader))(),
    ])
      expect(isLeft(answer) ? answer.left.code : 'printed').toBe('VAULT_UNAVAILABLE')
  })

  it('opens only at the place it was sealed for', async () => {
    const { vault, sealIn } = await papers()
    const secret = await sealIn('refundCase-a', '/opinion', 'secret')
    const form = everywhere(sealed({ sealed: secret.sealed, place: 'refundCase-b#/opinion' }, 'text'))
    expect(await printed.csv(form, { language: 'en', vault })).toBe(
      'A,B\r\nunreadable,unreadable\r\nunreadable,unreadable\r\nunreadable,unreadable\r\n',
    )
  })
})

describe('staff on a form', () => {
  it('have the names of the directory, and are an id to it where it has none', async () => {
    const page = await handover({ nameOf: (id) => (id === 'li' ? '李静' : undefined) })
    expect(page).toContain('李静、chen、zhou')
  })
})

describe('how long something took', () => {
  it.each([
    [0, '0分钟', '0 min'],
    [59 * 60_000 + 59_000, '59分钟', '59 min'],
    [-(30 * 60_000 - 1), '已超期30分钟', '30 min overdue'],
    [60 * 60_000, '1小时', '1 h'],
    [(7 * 60 + 14) * 60_000, '7小时14分钟', '7 h 14 min'],
    [24 * 60 * 60_000, '1天', '1 d'],
    [(50 * 60 + 30) * 60_000, '2天2小时', '2 d 2 h'],
    [-61 * 60_000, '已超期1小时1分钟', '1 h 1 min overdue'],
  ])('of %d milliseconds is %s, %s', async (millis, chinese, english) => {
    const said = async (language: 'zh-CN' | 'en') =>
      (await printed.csv(everywhere(duration(millis)), { language })).split(/,|\r\n/)[2]
    expect(await said('zh-CN')).toBe(chinese)
    expect(await said('en')).toBe(english)
  })
})
