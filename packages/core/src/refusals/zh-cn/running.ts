import type { Sentences } from '../catalogue.js'

/** 解码器用英文说明的问题：`/lines: missing`。 */
const inChinese = (problem: string): string =>
  problem
    .replace(/: missing$/, '：缺少')
    .replace(/: unknown field$/, '：未知字段')
    .replace(/: expected /, '：应为 ')

/** 命令本身、幂等键与时间；政策、工作日历与编号。 */
export const running = {
  CALENDAR_INVALID: (f) =>
    `工作日历${f.has('calendar') ? ` ${f.text('calendar')} ` : ''}有误：${f.each('problem', (p) => `${p.word('calendarProblem', 'code')}${p.has('date') ? `（${p.text('date')}）` : ''}`)}。请更正日历。`,
  CALENDAR_VERSION_REUSED: (f) => `工作日历 ${f.text('calendar')} 已发布过不同内容。请为更改后的日历使用新版本。`,
  CASE_NUMBER_TAKEN: (f) => `退单编号 ${f.text('caseNo')} 已用于其他退单。请更换编号。`,
  CASE_UNKNOWN: (f) => `查不到退单 ${f.has('caseNo') ? f.text('caseNo') : f.text('caseId')}。请核对编号。`,
  COMMAND_UNKNOWN: (f) => `没有“${f.text('command')}”命令。请核对名称。`,
  IDEMPOTENCY_MISMATCH: (f) =>
    `幂等键${f.has('key') ? `“${f.text('key')}”` : ''}已用于内容不同的命令。请原样重发该命令，或使用新的幂等键。`,
  MALFORMED_COMMAND: (f) => `无法读取该命令：${f.texts('problems', inChinese)}。请更正后重新发送。`,
  POLICY_AMBIGUOUS: (f) =>
    `退款政策不止一个${f.has('policies') ? `（${f.text('policies')}）` : ''}。请写明适用的政策。`,
  POLICY_INVALID: (f) => `退款政策有误：${f.text('path')}：${f.text('problem')}。请更正政策。`,
  POLICY_UNKNOWN: (f) =>
    `查不到退款政策“${f.text('policy')}”${f.has('version') && !f.is('version', 'any') ? `第 ${f.text('version')} 版` : ''}。请先发布该政策，或选用已发布的政策。`,
  POLICY_VERSION_REUSED: (f) =>
    `退款政策“${f.text('policy')}”第 ${f.text('version')} 版已发布过不同内容。请为更改后的政策使用新版本。`,
  STALE_CASE_REVISION: (f) =>
    `退单 ${f.text('caseId')} 已有更新（版本 ${f.text('seen')}，而不是 ${f.text('given')}）。请重新读取后再试。`,
  TIME_RUNS_BACKWARDS: (f) =>
    `当前时钟为 ${f.text('now')}，早于上一事件的时间 ${f.text('lastOccurredAt')}。请校准时钟后重试。`,
} satisfies Partial<Sentences>
