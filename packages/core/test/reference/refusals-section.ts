import { refusalCodes, sentenceOf, type RefusalCode } from '../../src/refusals/index.js'
import { en } from '../../src/refusals/en.js'
import { toldByName } from '../../src/refusals/told-of.js'
import { zhCN } from '../../src/refusals/zh-cn.js'
import { callSites } from './call-sites.js'
import { code, page, table } from './markdown.js'

const rulesOf = (refusal: RefusalCode): string => {
  const rules = callSites.filter(({ codes }) => codes.includes(refusal)).map(({ rule }) => rule ?? 'of the policy')
  return [...new Set(rules)].toSorted().join(', ')
}

const byCode = (english: { readonly [code: string]: string }, chinese: { readonly [code: string]: string }): string =>
  table(
    ['code', 'English', '中文'],
    Object.entries(english).map(([name, sentence]) => [code(name), sentence, chinese[name] ?? '']),
  )

const inWords = (catalogue: typeof en): { readonly [code: string]: string } => ({
  EVENT_UNDECODABLE: catalogue.undecodable.EVENT_UNDECODABLE(toldByName),
  EVENT_TYPE_UNKNOWN: catalogue.undecodable.EVENT_TYPE_UNKNOWN(toldByName),
  EVENT_VERSION_NEWER: catalogue.undecodable.EVENT_VERSION_NEWER(toldByName),
  conflictUnresolved: catalogue.conflictUnresolved(toldByName),
})

/** What a call may answer instead of an outcome. */
export const refusalsSection = (): string =>
  page(
    '## Refusal codes',
    "A refusal is `{ kind: 'refusal', code, rule, facts }`. `explain(failure, language, { currency })` makes the sentence; names in braces are its facts. A rule is a section of the model (§) or a clause of the source documents. Where a fact decides between two sentences, one of them is shown.",
    table(
      ['code', 'rule', 'English', '中文'],
      refusalCodes.map((refusal) => [
        code(refusal),
        rulesOf(refusal),
        sentenceOf(refusal, 'en'),
        sentenceOf(refusal, 'zh-CN'),
      ]),
    ),
    '## Failures that are no refusals',
    '### Of the store',
    byCode(en.storeErrors, zhCN.storeErrors),
    `Where \`written\` is \`unknown\`: ${en.writtenUnknown} / ${zhCN.writtenUnknown}`,
    '### Of the vault',
    byCode(en.vaultErrors, zhCN.vaultErrors),
    '### Of what is stored, and of others writing at once',
    byCode(inWords(en), inWords(zhCN)),
  )
