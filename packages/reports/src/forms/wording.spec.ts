import { describe, expect, it } from 'vitest'
import { papers } from '../../test/papers.js'
import { printed } from '../../test/printed.js'
import {
  applicationSheetForm,
  customerServiceLedgerForm,
  financeLedgerForm,
  handoverSheetForm,
  type Form,
} from '../index.js'

// Every field of the five forms as the paper has it.
const paper = {
  applicationSheet: `退款申请表 编号 客服部填写 申报部门 上报时间 故障现象 手机号码 购买时间 支付银行 订单号 金额 客户意见 提交人 时间 问题处理部门
    客服部处理意见 技术部处理意见 出纳处理意见 会计处理意见 财务总监处理意见 总裁处理意见 后期执行情况跟踪
    (说明原因,并制定解决方案) (行政部填写) 执行人 日期 领导审批`,
  handoverSheet: `客服部值班交接单 填表时间 交接人 接交人 班次 □白班 ☑中班 考勤 应到值班人员 实到值班人员 迟到人员 早退人员 旷工人员
    完成工作明细 (备注:如有故障退款单,请注明文件编号,手机号,金额,银行) 需其他人员跟进交接明细
    (备注:文件编号,手机号,金额,银行,交接环节) 退款单统计 财务已处理的订单 (文件编号,手机号,金额,银行,处理结果)
    已提交行政的订单 (文件编号,手机号,金额,银行) 行政退回的订单 (文件编号,手机号,金额,银行,退回原因) 卫生是否打扫 相关责任人签字确认`,
  customerServiceLedger: `客服退单统计表 编号 部门：客服部 制表人 制表日期 序号 提交日期 退单编号 订单号 联系方式 开户行 金额 提交人
    提交技术部时间 提交财务时间 财务反馈时间 反馈用户时间 备注 合计 审批人`,
  financeLedger: `财务退单统计表 编号 部门：财务部 制表人 制表日期 序号 提交日期 退单编号 订单号 开户行 金额 提交人 出纳核实 会计复核
    财务总监审核 反馈客服 备注 合计 审批人`,
} as const

type Papers = Awaited<ReturnType<typeof papers>>

const formsOf = ({
  application,
  handover,
  customerServiceLedger,
  financeLedger,
}: Papers): { readonly [Name in keyof typeof paper]: Form } => ({
  applicationSheet: applicationSheetForm(application, 'Asia/Shanghai'),
  handoverSheet: handoverSheetForm(handover),
  customerServiceLedger: customerServiceLedgerForm(customerServiceLedger),
  financeLedger: financeLedgerForm(financeLedger),
})

const bare = (text: string): string => text.replaceAll(/<[^>]*>|[│\s]/gu, '')

describe('the wording of the forms', () => {
  it.each(Object.keys(paper) as ReadonlyArray<keyof typeof paper>)('%s has every word of its paper', async (name) => {
    const all = await papers()
    const page = bare(await printed.html(formsOf(all)[name], { ...all, language: 'zh-CN' }))
    for (const words of paper[name].split(/\s+/)) expect(page).toContain(words)
  })

  it('calls the same two classes by the paper, or by its rules', async () => {
    const { handover } = await papers()
    const page = await printed.text(handoverSheetForm(handover, { classes: 'rules' }), { language: 'zh-CN' })
    expect(page).toContain('已提交财务的订单')
    expect(page).toContain('财务退回的订单')
    expect(page).not.toContain('行政的订单')
  })

  it('lets a case be one follow-up, with what was written down of it (HS3, HS5)', async () => {
    const all = await papers()
    const { followUps, otherFollowUps } = all.handover
    const [item] = followUps
    const [note] = otherFollowUps
    if (item === undefined || note === undefined) throw new Error('the sheet has no follow-up, or no note')
    const form = handoverSheetForm({ ...all.handover, otherFollowUps: [{ ...note, caseId: item.caseId }] })
    const before = bare(await printed.text(handoverSheetForm(all.handover), { ...all, language: 'zh-CN' }))
    const page = bare(await printed.text(form, { ...all, language: 'zh-CN' }))
    expect(before).toContain(`${followUps.length + 1}.事件原因：打印机缺纸`)
    expect(page).toContain('交接说明：事件原因打印机缺纸；')
    expect(page).not.toContain(`${followUps.length + 1}.事件原因`)
  })

  it('has no Chinese on an English form but what people wrote', async () => {
    for (const form of Object.values(formsOf(await papers()))) {
      const page = (await printed.text(form, { language: 'en' })).replace('客服部 ', '')
      expect(page.match(/.*\p{Script=Han}.*/gu) ?? []).toEqual([])
    }
  })
})

describe('the papers', () => {
  it.each(['zh-CN', 'en'] as const)('are printed as text in %s', async (language) => {
    const all = await papers()
    for (const [name, form] of Object.entries(formsOf(all)))
      await expect(await printed.text(form, { language, vault: all.vault, nameOf: all.nameOf })).toMatchFileSnapshot(
        `../../test/printed/${name}.${language}.txt`,
      )
  })
})
