import {
  sheetStages,
  type ApplicationSheet,
  type SheetStage,
  type StageOpinion,
  type TimeZone,
} from '@refund-case/core'
import {
  blank,
  instant,
  money,
  nothing,
  perhaps,
  says,
  several,
  staff,
  term,
  text,
  type Field,
  type Form,
  type Label,
  type OpinionPart,
  type Value,
} from '../document/index.js'
import { field, ofCase, orNothing } from './case-fields.js'
import { fieldLabels } from './words/fields.js'
import { departmentLabels, stageLabels, stageOutcomeLabels } from './words/outcomes.js'

const explain: Label = ['give the reason, and work out a solution', '说明原因,并制定解决方案']
const filledByAdministration: Label = ['filled in by administration', '行政部填写']
const filledByCustomerService: Label = ['filled in by customer service', '客服部填写']
const isVoid: Label = ['void', '已作废']

/** F1 退款申请表: the refund application sheet of one case, its instants read in `zone`. */
export const applicationSheetForm = (sheet: ApplicationSheet, zone: TimeZone): Form => {
  const { caseId } = sheet
  const orderNos = sheet.orderNos.map(text)
  return {
    kind: 'applicationSheet',
    title: ['Refund application sheet', '退款申请表'],
    number: field('sheetNo', fieldLabels.number, text(sheet.documentNo)),
    head: [],
    parts: [
      { part: 'note', name: 'filledInBy', value: says(filledByCustomerService) },
      {
        part: 'fields',
        name: 'application',
        rows: [
          [
            field('reportingDept', ['Reporting department', '申报部门'], term('addressee', sheet.department)),
            field('reportedAt', ['Reported at', '上报时间'], instant(sheet.reportedAt)),
          ],
          [field('faultSymptom', ['Fault symptom', '故障现象'], ofCase(caseId, sheet.symptom, 'text'))],
          [
            field('mobileNo', ['Mobile no.', '手机号码'], ofCase(caseId, sheet.mobile, 'phone')),
            field('purchasedAt', ['Purchased at', '购买时间'], orNothing(sheet.purchasedAt, instant)),
          ],
          [
            field('payingBank', ['Paying bank', '支付银行'], ofCase(caseId, sheet.bank, 'open')),
            field('orderNo', fieldLabels.orderNo, orderNos.length === 0 ? nothing : several('list', orderNos)),
          ],
          [field('amount', fieldLabels.amount, money(sheet.amount, sheet.currency))],
          [field('customerOpinion', ["Customer's opinion", '客户意见'], ofCase(caseId, sheet.customerOpinion, 'text'))],
          [
            field('submitter', fieldLabels.submitter, staff(sheet.submittedBy)),
            field('submittedAt', fieldLabels.time, instant(sheet.submittedAt)),
          ],
          [field('handlingDept', ['Handling department', '问题处理部门'], says(departmentLabels[sheet.handledBy]))],
        ],
      },
      ...sheetStages.map((stage) => stagePart(caseId, stage, sheet.stages[stage])),
    ],
    foot: [],
    page: 'portrait',
    zone,
  }
}

const signature = (executor: Value, at: Value, signedOff: Value): ReadonlyArray<Field> => [
  field('executor', ['Executor', '执行人'], executor),
  field('date', fieldLabels.date, at),
  field('leaderSignOff', ['Signed off by', '领导审批'], signedOff),
]

/** What was done, what was said of it, and whether it still stands. */
const saidIn = (caseId: string, { outcome, opinion, void: voided }: StageOpinion): Value =>
  several('clauses', [
    says(stageOutcomeLabels[outcome]),
    ofCase(caseId, opinion, 'text'),
    voided ? says(isVoid) : nothing,
  ])

const stagePart = (caseId: string, stage: SheetStage, opinions: ReadonlyArray<StageOpinion>): OpinionPart => ({
  part: 'opinion',
  name: stage,
  label: stageLabels[stage],
  hint: stage === 'followUp' ? filledByAdministration : explain,
  entries: opinions.map((given) => ({
    opinion: saidIn(caseId, given),
    signature: signature(staff(given.executor), instant(given.at), perhaps(given.signedOffBy ?? undefined, staff)),
  })),
  unsigned: signature(blank, blank, blank),
})
