import type { Catalogue } from './catalogue.js'
import { amounts } from './zh-cn/amounts.js'
import { approving } from './zh-cn/approving.js'
import { duty } from './zh-cn/duty.js'
import { failures } from './zh-cn/failures.js'
import { judging } from './zh-cn/judging.js'
import { ledgers } from './zh-cn/ledgers.js'
import { paying } from './zh-cn/paying.js'
import { request } from './zh-cn/request.js'
import { running } from './zh-cn/running.js'

/** What is said in Chinese. */
export const zhCN: Catalogue = {
  refusals: { ...request, ...amounts, ...judging, ...approving, ...paying, ...running, ...duty, ...ledgers },
  ...failures,
}
