import {
  associatedDataOf,
  caseStream,
  shiftStream,
  type ApplicationSheet,
  type CaseRow,
  type CustomerServiceLedger,
  type CustomerServiceRow,
  type FinanceLedger,
  type HandoverSheet,
  type Instant,
  type LocalDate,
  type SealedPlace,
  type StreamName,
  type YearMonth,
} from '@refund-case/core'
import { memoryVault } from '@refund-case/node'
import { isLeft } from 'fp-ts/lib/Either.js'

const at = (text: string): Instant => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString() as Instant
const day = (text: string): LocalDate => text as LocalDate

/** Papers as projections hand them over: what S6 says of its shift, S12 of its case, S7 of its month. */
export const papers = async () => {
  const vault = memoryVault()
  const sealIn = async (stream: StreamName, path: string, text: string): Promise<SealedPlace> => {
    const sealer = await vault.sealer('subject-1')()
    if (isLeft(sealer)) throw new Error('no sealer')
    return { path, sealed: sealer.right(text, associatedDataOf(stream, path)) }
  }
  const inCase = (caseId: string, path: string, text: string) => sealIn(caseStream(caseId), path, text)

  const caseRow = async (caseId: string, documentNo: string, amount: number): Promise<CaseRow> => ({
    caseId,
    documentNo,
    route: 'paymentFault',
    orderNo: null,
    mobile: await inCase(caseId, '/faultSheet/registeredMobile', '13800000000'),
    contact: await inCase(caseId, '/customer/contact', 'mia@example.cn'),
    bank: await inCase(caseId, '/customer/bank', '招商银行'),
    amount,
    currency: 'CNY',
  })
  const classified = { cause: 'paymentTimeout', faultSymptom: null } as const
  const [x, y, z] = [
    await caseRow('x', '2026-000011', 5_600),
    await caseRow('y', '2026-000012', 8_800),
    await caseRow('z', '2026-000013', 6_000),
  ]
  const returnedReason = await inCase('x', '/reason', '金额与流水不符，客户电话 13800000000')
  const shift = { desk: 'desk-1', date: day('2026-06-30'), shift: '中班' }
  const inShift = (path: string, text: string) => sealIn(shiftStream(shift), path, text)

  const handover: HandoverSheet = {
    ...shift,
    from: at('2026-06-30 16:00'),
    until: at('2026-07-01 00:30'),
    timeZone: 'Asia/Shanghai',
    filledOn: day('2026-07-01'),
    handedOverBy: 'li',
    takenOverBy: 'wang',
    attendance: {
      expected: ['li', 'chen', 'zhou'],
      present: ['li', 'chen'],
      late: ['chen'],
      leftEarly: [],
      absent: ['zhou'],
    },
    openedWith: [],
    workCompleted: [
      {
        ...z,
        itemNo: 1,
        steps: [
          { what: 'Paid', at: at('2026-06-30 22:10'), by: 'cao', role: 'cashier', late: false },
          { what: 'Notified', at: at('2026-06-30 22:20'), by: 'li', role: 'customerService', late: false },
          { what: 'Closed', at: at('2026-06-30 22:20'), by: 'li', role: 'customerService', late: false },
        ],
      },
    ],
    followUps: [
      {
        ...x,
        itemNo: 1,
        cause: 'paymentTimeout',
        faultSymptom: await inCase('x', '/faultSheet/symptom', '扣款成功，未收到订单号'),
        course: [
          { what: 'Submitted', at: at('2026-06-30 23:50'), by: 'li', role: 'csLead', late: false },
          { what: 'SentBack', at: at('2026-07-01 00:20'), by: 'cao', role: 'cashier', late: false },
        ],
        stepReached: 'accepted',
        handoverStage: 'csLead',
        nextAction: 'submitToFinance',
        carriedOver: false,
      },
    ],
    processedByFinance: [
      { ...z, ...classified, result: 'refunded', at: at('2026-06-30 22:10'), late: false },
      { ...y, ...classified, result: 'fundsNotReceived', at: at('2026-06-30 23:58'), late: false },
    ],
    submittedToFinance: [],
    returnedByFinance: [
      {
        ...x,
        ...classified,
        returnedReason,
        at: at('2026-07-01 00:20'),
        late: false,
        stepReached: 'accepted',
        nextAction: 'submitToFinance',
      },
    ],
    notes: [],
    otherFollowUps: [
      {
        ...shift,
        itemNo: 1,
        caseId: null,
        by: 'li',
        at: at('2026-07-01 00:24'),
        cause: await inShift('/cause', '打印机缺纸'),
        course: await inShift('/course', '已电话通知行政部，13912345678'),
        step: await inShift('/step', '等待送纸'),
        nextAction: await inShift('/nextAction', '上午到行政部领取'),
        carriedOver: false,
      },
    ],
    cleaningDone: true,
    signOff: {
      handedOver: { by: 'li', at: at('2026-07-01 00:25') },
      takenOver: { by: 'wang', at: at('2026-07-01 00:35'), remarks: null },
    },
  }

  const application: ApplicationSheet = {
    caseId: 'x',
    documentNo: '2026-000011',
    route: 'paymentFault',
    situation: 'inApproval',
    reason: 'paymentTimeout',
    department: '客服部',
    reportedAt: at('2026-08-03 09:00'),
    symptom: await inCase('x', '/faultSheet/symptom', '支付成功，未收到订单号及出票验证码'),
    mobile: x.mobile,
    purchasedAt: at('2026-08-02 21:14'),
    bank: x.bank,
    orderNos: [],
    amount: 5_600,
    currency: 'CNY',
    customerOpinion: await inCase('x', '/customerOpinion', '希望尽快退回原卡'),
    submittedBy: 'li',
    submittedAt: at('2026-08-03 09:08'),
    handledBy: 'finance',
    stages: {
      customerService: [
        {
          outcome: 'accepted',
          opinion: await inCase('x', '/opinion', '情况属实，提交技术部核实'),
          executor: 'sun',
          role: 'csLead',
          at: at('2026-08-03 09:11'),
          signedOffBy: null,
          void: false,
        },
      ],
      technical: [
        {
          outcome: 'accepted',
          opinion: await inCase('x', '/opinion', '支付成功但支付超时，原始数据已核实'),
          executor: 'tang',
          role: 'technical',
          at: at('2026-08-03 09:40'),
          signedOffBy: 'tian',
          void: false,
        },
      ],
      cashier: [
        {
          outcome: 'approved',
          opinion: null,
          executor: 'cao',
          role: 'cashier',
          at: at('2026-08-03 11:30'),
          signedOffBy: null,
          void: false,
        },
      ],
      accountant: [],
      financeDirector: [],
      president: [],
      followUp: [],
    },
  }

  const ledgerRow: CustomerServiceRow = {
    seq: 1,
    caseId: 'x',
    submittedOn: day('2026-08-03'),
    refundSheetNo: '2026-000011',
    orderNo: null,
    bank: x.bank,
    amount: 5_600,
    amounts: { funds: 5_600 },
    currency: 'CNY',
    submitter: 'li',
    occurredAt: at('2026-08-03 17:50'),
    remark: [],
    reverses: null,
    correction: false,
    contact: x.contact,
    toTechAt: at('2026-08-03 09:12'),
    toFinanceAt: at('2026-08-03 10:41'),
    financeRepliedAt: at('2026-08-03 17:55'),
    customerToldAt: at('2026-08-03 18:10'),
  }
  const correction: CustomerServiceRow = {
    ...ledgerRow,
    seq: 2,
    caseId: 'y',
    refundSheetNo: '2026-000012',
    orderNo: 'TK-77',
    contact: y.contact,
    bank: null,
    amount: -8_000,
    remark: ['reversed', 'correction'],
    reverses: { month: '2026-07' as YearMonth, seq: 3 },
    correction: true,
    toTechAt: null,
    toFinanceAt: null,
    financeRepliedAt: null,
    customerToldAt: null,
  }
  const customerServiceLedger: CustomerServiceLedger = {
    no: 'ledger-customerService-2026-08',
    department: 'customerService',
    month: '2026-08' as YearMonth,
    timeZone: 'Asia/Shanghai',
    preparer: 'li',
    preparedOn: day('2026-09-01'),
    approver: 'sun',
    released: 0,
    rows: [ledgerRow, correction],
    totals: [{ currency: 'CNY', amount: -2_400 }],
    refundsPayable: [
      {
        currency: 'CNY',
        opening: 0,
        approved: 5_600,
        voided: 0,
        started: 5_600,
        failed: 0,
        reversed: 8_000,
        closing: 8_000,
      },
    ],
    digest: '00',
    status: 'headApproved',
  }
  const financeLedger: FinanceLedger = {
    ...customerServiceLedger,
    no: 'ledger-finance-2026-08',
    department: 'finance',
    preparer: 'kuai',
    rows: [
      {
        ...ledgerRow,
        cashierCheck: { by: 'cao', at: at('2026-08-03 11:30') },
        accountantReview: { by: 'kuai', at: at('2026-08-03 14:00') },
        directorReview: { by: 'dong', at: at('2026-08-03 17:20') },
        toldCs: at('2026-08-03 17:55'),
        recordedBy: 'cao',
      },
      {
        ...correction,
        cashierCheck: null,
        accountantReview: null,
        directorReview: null,
        toldCs: null,
        recordedBy: 'cao',
      },
    ],
  }
  const names: { readonly [id: string]: string } = {
    li: '李静',
    wang: '王芳',
    chen: '陈明',
    zhou: '周涛',
    cao: '曹丽',
    sun: '孙岩',
    tang: '唐磊',
    tian: '田野',
    kuai: '蒯敏',
    dong: '董浩',
  }
  return {
    vault,
    sealIn,
    caseRow,
    handover,
    application,
    customerServiceLedger,
    financeLedger,
    nameOf: (id: string) => names[id],
  }
}
