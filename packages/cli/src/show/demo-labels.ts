import type { Language } from '@refund-case/core'

/** What the demo says around the cases. */
export interface DemoLabels {
  readonly worked: string
  readonly variants: string
  readonly derivation: (name: string, file: string) => string
  readonly refusal: (name: string, file: string) => string
  readonly summary: string
  readonly passed: (count: number) => string
  readonly failed: (count: number) => string
}

const en: DemoLabels = {
  worked: 'Refund cases from request to payout, each on an empty store',
  variants: 'other ways it could have gone:',
  derivation: (name, file) => `How the amount of ${name} in ${file} was worked out`,
  refusal: (name, file) => `Why a command on ${name} in ${file} was refused`,
  summary: 'Summary',
  passed: (count) => `All ${count} files came out as expected.`,
  failed: (count) => `${count} file${count === 1 ? '' : 's'} did not come out as expected.`,
}

const zhCN: DemoLabels = {
  worked: '退款案例：从申请到付款，每个案例在空的存储库上演示',
  variants: '其他走向：',
  derivation: (name, file) => `${file} 中 ${name} 的金额如何得出`,
  refusal: (name, file) => `${file} 中对 ${name} 的一项操作为何被拒绝`,
  summary: '汇总',
  passed: (count) => `${count} 个文件均符合预期。`,
  failed: (count) => `${count} 个文件与预期不符。`,
}

const labels: { readonly [L in Language]: DemoLabels } = { en, 'zh-CN': zhCN }

export const demoLabelsFor = (language: Language): DemoLabels => labels[language]
