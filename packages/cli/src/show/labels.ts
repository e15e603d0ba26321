import type { Language } from '@refund-case/core'

/** What the program itself says, beside the library's words. */
export interface Labels {
  readonly step: (no: string) => string
  readonly attempt: (no: string) => string
  readonly units: (quantity: string, lineNo: string) => string
  readonly lineNo: (no: string) => string
  readonly complete: string
  readonly faultSheet: string
  readonly parent: string
  readonly provisional: string
  readonly forWhom: string
  readonly order: string
  readonly columns: { readonly [Name in 'time' | 'who' | 'what' | 'amount' | 'rule' | 'due']: string }
  readonly missed: (rule: string, limit: string) => string
  readonly repeated: string
  readonly look: (name: string) => string
  readonly asOf: (time: string) => string
  readonly quote: string
  readonly actions: (name: string, count: number) => string
  readonly settled: (settled: number, lapsed: number) => string
  readonly orderUpdated: string
  readonly calendarPublished: string
  readonly policyPublished: string
  readonly sheetRead: string
  readonly ledgerRead: string
  readonly statisticsRead: string
  readonly registerRead: string
  readonly race: (racers: number, conflicts: number) => string
  readonly comma: string
  readonly colon: string
  readonly nothing: string
  readonly total: string
}

const en: Labels = {
  step: (no) => `step ${no}`,
  attempt: (no) => `#${no}`,
  units: (quantity, lineNo) => `${quantity} × line ${lineNo}`,
  lineNo: (no) => `line ${no}`,
  complete: 'complete',
  faultSheet: 'fault sheet',
  parent: 'parent',
  provisional: 'provisional',
  forWhom: 'for',
  order: 'order',
  columns: { time: 'time', who: 'who', what: 'what', amount: 'amount', rule: 'rule', due: 'binding deadline' },
  missed: (rule, limit) => `missed: ${rule}, due ${limit}`,
  repeated: 'as before, nothing written',
  look: (name) => `a look at ${name}`,
  asOf: (time) => `as of ${time}`,
  quote: 'quote',
  actions: (name, count) => `what may be done with ${name}, ${count} commands`,
  settled: (settled, lapsed) => `accounts settled: ${settled} cases, ${lapsed} reservations lapsed`,
  orderUpdated: 'order updated',
  calendarPublished: 'calendar published',
  policyPublished: 'policy published',
  sheetRead: 'handover sheet',
  ledgerRead: 'ledger',
  statisticsRead: 'statistics',
  registerRead: 'refund register',
  race: (racers, conflicts) => `${racers} commands at once, ${conflicts} ran into another`,
  comma: ', ',
  colon: ': ',
  nothing: 'nothing could be done',
  total: 'total',
}

const zhCN: Labels = {
  step: (no) => `第${no}步`,
  attempt: (no) => `第${no}次`,
  units: (quantity, lineNo) => `第${lineNo}行${quantity}件`,
  lineNo: (no) => `第${no}行`,
  complete: '审批完成',
  faultSheet: '故障单',
  parent: '关联',
  provisional: '暂定',
  forWhom: '代',
  order: '订单',
  columns: { time: '时间', who: '执行人', what: '事项', amount: '金额', rule: '依据', due: '当前期限' },
  missed: (rule, limit) => `超期：${rule}，期限 ${limit}`,
  repeated: '此前已执行，未写入新记录',
  look: (name) => `查看 ${name}`,
  asOf: (time) => `截至 ${time}`,
  quote: '试算',
  actions: (name, count) => `${name} 可执行的操作 ${count} 项`,
  settled: (settled, lapsed) => `核对账户：${settled} 个退单，释放 ${lapsed} 笔预留`,
  orderUpdated: '订单更新',
  calendarPublished: '发布工作日历',
  policyPublished: '发布政策',
  sheetRead: '查看值班交接单',
  ledgerRead: '查看退单统计表',
  statisticsRead: '查看统计',
  registerRead: '查看退款登记',
  race: (racers, conflicts) => `${racers} 项操作同时提交，${conflicts} 次冲突`,
  comma: '，',
  colon: '：',
  nothing: '未能执行',
  total: '合计',
}

const labels: { readonly [L in Language]: Labels } = { en, 'zh-CN': zhCN }

export const labelsFor = (language: Language): Labels => labels[language]
