import type { Sentences } from '../catalogue.js'

/** 解码器用英文说明的问题。 */
const inChinese = (message: string): string => {
  if (message === 'missing') return '缺少'
  if (message === 'unknown field') return '未知字段'
  return message.replace(/^expected /, '应为 ')
}

/** 命令本身、幂等键与时间；政策、工作日历与编号。 */
export const running = {
  CALENDAR_INVALID: (f) =>
    `工作日历${f.has('calendar') ? ` ${f.text('calendar')} ` : ''}有误：${f.word('calendarProblem', 'problem')}${f.has('date') ? `（${f.text('date')}）` : ''}。请更正日历。`,
  CALENDAR_VERSION_REUSED: (f) => `工作日历 ${f.text('calendar')} 已发布过不同内容。请为更改后的日历使用新版本。`,
  CASE_NUMBER_TAKEN: (f) => `退单编号 ${f.text('caseNo')} 已用于其他退单。请更换编号。`,
  CASE_UNKNOWN: (f) => `查不到退单 ${f.has('caseNo') ? f.text('caseNo') : f.text('caseId')}。请核对编号。`,
  COMMAND_UNKNOWN: (f) => `没有“${f.text('command')}”命令。请核对名称。`,
  IDEMPOTENCY_MISMATCH: (f) =>
    `幂等键${f.has('key') ? `“${f.text('key')}”` : ''}已用于内容不同的命令。请原样重发该命令，或使用新的幂等键。`,
  MALFORMED_COMMAND: (f) => {
    const wrong = f.each('problems', (p) => `${p.has('path') ? p.text('path') : '/'}：${inChinese(p.text('message'))}`)
    return `无法读取该命令：${wrong}。请更正后重新发送。`
  },
  POLICY_AMBIGUOUS: (f) =>
    `退款政策不止一个${f.has('policies') ? `（${f.text('policies')}）` : ''}。请写明适用的政策。`,
  POLICY_INVALID: (f) => `退款政策有误：${f.text('path')}：${f.text('problem')}。请更正政策。`,
  POLICY_UNKNOWN: (f) =>
    `查不到退款政策“${f.has('policy') ? f.text('policy') : f.text('id')}”${f.has('version') ? `第 ${f.text('version')} 版` : ''}。请先发布该政策，或选用已发布的政策。`,
  POLICY_VERSION_REUSED: (f) =>
    `退款政策“${f.has('policy') ? f.text('policy') : f.text('id')}”第 ${f.text('version')} 版已发布过不同内容。请为更改后的政策使用新版本。`,
  STALE_CASE_REVISION: (f) =>
    `退单 ${f.text('caseId')} 已有更新（版本 ${f.text('seen')}，而不是 ${f.text('given')}）。请重新读取后再试。`,
  TIME_RUNS_BACKWARDS: (f) =>
    `当前时钟为 ${f.text('now')}，早于上一事件的时间 ${f.text('lastOccurredAt')}。请校准时钟后重试。`,
  TOO_MUCH_CONTENTION: (f) => `连续 ${f.text('attempts')} 次都有他人同时修改同一退单，未写入任何内容。请重试。`,
} satisfies Partial<Sentences>
