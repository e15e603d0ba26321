import type { Language } from '@refund-case/core'

/** What the demo says around the generated month. */
export interface MonthLabels {
  readonly heading: (month: string) => string
  readonly playing: string
  readonly writing: string
  readonly played: (cases: number, commands: number, shifts: number, seconds: string) => string
  readonly refused: (count: number) => string
  readonly columns: ReadonlyArray<string>
  readonly written: (files: number, size: string, directory: string, seconds: string) => string
}

const en: MonthLabels = {
  heading: (month) => `A month of a shop: ${month}, two desks, three shifts a day`,
  playing: 'playing the month',
  writing: 'writing the papers',
  played: (cases, commands, shifts, seconds) =>
    `${cases} cases, ${commands} commands, ${shifts} shifts handed over, both ledgers closed, in ${seconds} s.`,
  refused: (count) => `${count} commands were refused that should not have been.`,
  columns: ['paper', 'papers', 'formats', 'files', 'size'],
  written: (files, size, directory, seconds) => `${files} files, ${size}, written to ${directory} in ${seconds} s.`,
}

const zhCN: MonthLabels = {
  heading: (month) => `一家店铺的一个月：${month}，两个值班台，每天三班`,
  playing: '演示月份',
  writing: '写出报表',
  played: (cases, commands, shifts, seconds) =>
    `${cases} 个退单，${commands} 项操作，${shifts} 个班次已交接，两份月报已存档，用时 ${seconds} 秒。`,
  refused: (count) => `有 ${count} 项操作被意外拒绝。`,
  columns: ['报表', '份数', '格式', '文件', '大小'],
  written: (files, size, directory, seconds) => `共 ${files} 个文件，${size}，写入 ${directory}，用时 ${seconds} 秒。`,
}

const labels: { readonly [L in Language]: MonthLabels } = { en, 'zh-CN': zhCN }

export const monthLabelsFor = (language: Language): MonthLabels => labels[language]
