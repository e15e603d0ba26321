import type { CaseProgress, TimeZone, ToldProgress } from '@refund-case/core'
import { instant, money, says, term, text, type Form } from '../document/index.js'
import { column, field, ofCase, orNothing } from './case-fields.js'
import { fieldLabels as c } from './words/fields.js'

/** 退款进度查询: what the customer of a case is told of it. `told` says it in the reader's language. */
export const progressForm = (progress: CaseProgress, told: ToldProgress, zone: TimeZone): Form => {
  const { caseId, currency } = progress
  return {
    kind: 'caseProgress',
    title: ['Progress of your refund', '退款进度查询'],
    head: [],
    parts: [
      {
        part: 'fields',
        name: 'case',
        rows: [
          [
            field('refundSheetNo', c.refundSheetNo, text(progress.caseNo)),
            field('route', c.route, term('route', progress.route)),
          ],
          [
            field('claimed', ['Amount asked for', '申请金额'], money(progress.claimed, currency)),
            field(
              'agreed',
              ['Amount agreed', '确定退款金额'],
              orNothing(progress.agreed, (it) => money(it, currency)),
            ),
          ],
          [
            field('paid', ['Amount refunded', '已退款金额'], money(progress.paid, currency)),
            field('currency', c.currency, text(currency)),
          ],
          [field('headline', ['Where it is', '当前进度'], text(told.headline))],
          [field('next', ['What comes next', '下一步'], text(told.next))],
          ...(progress.returnInstructions === null
            ? []
            : [
                [
                  field(
                    'returnInstructions',
                    ['How to send the goods back', '退货注意事项'],
                    ofCase(caseId, progress.returnInstructions, 'text'),
                  ),
                ],
              ]),
          ...(progress.declined === null || progress.declined.statement === null
            ? []
            : [
                [
                  field(
                    'statement',
                    ['Why it was declined', '拒绝说明'],
                    ofCase(caseId, progress.declined.statement, 'text'),
                  ),
                ],
              ]),
        ],
      },
      {
        part: 'table',
        name: 'entries',
        main: true,
        label: ['What happened', '处理记录'],
        columns: [column('at', c.time, 18), column('text', ['What', '进度'], 70)],
        rows: told.entries.map(({ at, text: said }) => [instant(at), text(said)]),
      },
    ],
    foot: [field('yourTurn', ['Waits for you', '需您处理'], says(progress.yourTurn ? ['yes', '是'] : ['no', '否']))],
    page: 'portrait',
    zone,
  }
}
