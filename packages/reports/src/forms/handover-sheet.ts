import {
  type HandoverSheet,
  type NotedFollowUp,
  type ProcessedByFinance,
  type ReturnedByFinance,
  type SubmittedToFinance,
} from '@refund-case/core'
import {
  boxes,
  date,
  filledDate,
  instant,
  says,
  several,
  staff,
  text,
  type Box,
  type BoxesPart,
  type Field,
  type Form,
  type Label,
  type Value,
} from '../document/index.js'
import { caseFields, doneBy, field, ofCase, ofShift, orNothing } from './case-fields.js'
import { followUpEntry, notedEntry, notedFollowUpEntry, workEntry } from './handover-entries.js'
import { fieldLabels } from './words/fields.js'
import { resultLabels, shiftLabel } from './words/outcomes.js'

/** What the paper form calls 行政 its rules call 财务 (HS7, HS8): the same orders under either name. */
export interface HandoverWording {
  /** `paper`: 已提交行政的订单, 行政退回的订单. `rules`: 已提交财务的订单, 财务退回的订单. */
  readonly classes?: 'paper' | 'rules'
}

const submitted = {
  paper: ['Orders submitted to administration', '已提交行政的订单'],
  rules: ['Orders submitted to finance', '已提交财务的订单'],
} as const
const returned = {
  paper: ['Orders returned by administration', '行政退回的订单'],
  rules: ['Orders returned by finance', '财务退回的订单'],
} as const

/** F2 客服部值班交接单: what one shift did, and what the next has to know. */
export const handoverSheetForm = (sheet: HandoverSheet, wording: HandoverWording = {}): Form => {
  const classes = wording.classes ?? 'paper'
  return {
    kind: 'handoverSheet',
    title: ['Customer service shift handover sheet', '客服部值班交接单'],
    head: [
      field('filledOn', ['Filled in on', '填表时间'], orNothing(sheet.filledOn, filledDate)),
      field('desk', fieldLabels.desk, text(sheet.desk)),
      field('shiftDate', ['Date of the shift', '值班日期'], date(sheet.date)),
    ],
    parts: [
      {
        part: 'fields',
        name: 'shift',
        rows: [
          [
            field('handedOverBy', ['Handed over by', '交接人'], orNothing(sheet.handedOverBy, staff)),
            field('takenOverBy', ['Taken over by', '接交人'], orNothing(sheet.takenOverBy, staff)),
          ],
          [
            field('shift', fieldLabels.shift, shiftBoxes(sheet.shift)),
            field('hours', ['Hours', '值班时间'], several('range', [instant(sheet.from), instant(sheet.until)])),
          ],
        ],
      },
      attendancePart(sheet),
      {
        part: 'boxes',
        name: 'work',
        boxes: [
          openingBox(sheet),
          {
            name: 'workCompleted',
            label: ['Work completed', '完成工作明细'],
            hint: [
              'Note: of a fault refund sheet give document no., mobile no., amount and bank.',
              '备注:如有故障退款单,请注明文件编号,手机号,金额,银行',
            ],
            holds: {
              entries: [
                ...sheet.workCompleted.map(workEntry),
                ...sheet.notes.map((note) => notedEntry(sheet.desk, note)),
              ],
            },
          },
          {
            name: 'followUps',
            label: ['Items for others to follow up', '需其他人员跟进交接明细'],
            hint: [
              'Note: document no., mobile no., amount, bank, handover stage',
              '备注: 文件编号,手机号,金额,银行,交接环节',
            ],
            holds: {
              entries: [
                ...sheet.followUps.map((item) => followUpEntry(item, sheet.desk, notedOf(sheet, item.caseId))),
                ...notedAlone(sheet).map((item) => notedFollowUpEntry(sheet.desk, item)),
              ],
            },
          },
        ],
      },
      {
        part: 'boxes',
        name: 'refundStatistics',
        label: ['Refund sheets', '退款单统计'],
        boxes: [
          classBox(
            'processedByFinance',
            ['Orders processed by finance', '财务已处理的订单'],
            ['document no., mobile no., amount, bank, result', '文件编号,手机号,金额,银行,处理结果'],
            sheet.processedByFinance,
            ({ result }: ProcessedByFinance) => [field('result', fieldLabels.result, says(resultLabels[result]))],
          ),
          classBox(
            'submittedToFinance',
            submitted[classes],
            ['document no., mobile no., amount, bank', '文件编号,手机号,金额,银行'],
            sheet.submittedToFinance,
            () => [],
          ),
          classBox(
            'returnedByFinance',
            returned[classes],
            ['document no., mobile no., amount, bank, why returned', '文件编号,手机号,金额,银行,退回原因'],
            sheet.returnedByFinance,
            ({ caseId, returnedReason }: ReturnedByFinance) => [
              field('returnedReason', fieldLabels.returnedReason, ofCase(caseId, returnedReason, 'text')),
            ],
          ),
        ],
      },
      {
        part: 'boxes',
        name: 'end',
        boxes: [
          { name: 'cleaningDone', label: ['Cleaning done', '卫生是否打扫'], holds: { value: cleaned(sheet) } },
          {
            name: 'signOff',
            label: ['Signed by those responsible', '相关责任人签字确认'],
            holds: { value: signedBy(sheet) },
          },
        ],
      },
    ],
    foot: [],
    page: 'portrait',
    zone: sheet.timeZone,
  }
}

/** What was written down of a case that is a follow-up anyway: it stands with that, for a case is one item (HS3). */
const notedOf = ({ otherFollowUps }: HandoverSheet, caseId: string): ReadonlyArray<NotedFollowUp> =>
  otherFollowUps.filter((item) => item.caseId === caseId)

const notedAlone = ({ followUps, otherFollowUps }: HandoverSheet): ReadonlyArray<NotedFollowUp> => {
  const cases = new Set(followUps.map(({ caseId }) => caseId))
  return otherFollowUps.filter(({ caseId }) => caseId === null || !cases.has(caseId))
}

/** The shifts of the paper form, and the one that is none of them. */
const shiftBoxes = (shift: string): Value => {
  const names = ['白班', '中班', ...(shift === '白班' || shift === '中班' ? [] : [shift])]
  return boxes(names.map((name) => ({ label: shiftLabel(name), ticked: name === shift })))
}

const attendancePart = ({ attendance }: HandoverSheet): BoxesPart => {
  const row = (name: keyof typeof attendance, label: Label): Box => ({
    name,
    label,
    holds: { value: several('list', attendance[name].map(staff)) },
  })
  return {
    part: 'boxes',
    name: 'attendance',
    label: ['Attendance', '考勤'],
    boxes: [
      row('expected', ['Expected on duty', '应到值班人员']),
      row('present', ['Present on duty', '实到值班人员']),
      row('late', ['Late', '迟到人员']),
      row('leftEarly', ['Left early', '早退人员']),
      row('absent', ['Absent without leave', '旷工人员']),
    ],
  }
}

const openingBox = ({ openedWith }: HandoverSheet): Box => ({
  name: 'openedWith',
  label: ['Carried over from the shift before', '上一班次交接事项'],
  holds: {
    value: several(
      'list',
      openedWith.map(({ documentNo }) => text(documentNo)),
    ),
  },
})

const classBox = <Row extends ProcessedByFinance | SubmittedToFinance | ReturnedByFinance>(
  name: string,
  label: Label,
  hint: Label,
  rows: ReadonlyArray<Row>,
  more: (row: Row) => ReadonlyArray<Field>,
): Box => ({
  name,
  label,
  hint,
  holds: {
    entries: rows.map((row) => ({
      fields: [
        ...caseFields(row),
        ...more(row),
        ...(row.late ? [field('late', fieldLabels.remark, says(fieldLabels.isLate))] : []),
      ],
    })),
  },
})

const cleaned = ({ cleaningDone }: HandoverSheet): Value =>
  orNothing(cleaningDone, (done) => says(done ? ['yes', '是'] : ['no', '否']))

const signedBy = (sheet: HandoverSheet): Value => {
  const { handedOver, takenOver } = sheet.signOff
  return several('lines', [
    orNothing(handedOver, (by) => several('beside', [says(['Handed over', '交接']), doneBy(by)])),
    orNothing(takenOver, (by) =>
      several('beside', [
        says(['Taken over', '接交']),
        doneBy(by),
        orNothing(by.remarks, (remarks) => ofShift(sheet, remarks)),
      ]),
    ),
  ])
}
