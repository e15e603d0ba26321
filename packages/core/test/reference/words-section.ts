import { terms, type TermKind } from '../../src/refusals/index.js'
import { isOpen, situations } from '../../src/refund-case/index.js'
import { code, page, table } from './markdown.js'

const kinds = Object.keys(terms) as ReadonlyArray<TermKind>

/** Situations, and every closed list of words with its terms. */
export const wordsSection = (): string =>
  page(
    '## Situations',
    table(
      ['situation', 'English', '中文', ''],
      situations.map((situation) => [
        code(situation),
        terms.situation[situation][0],
        terms.situation[situation][1],
        isOpen(situation) ? 'open' : 'ended',
      ]),
    ),
    '## Words',
    '`termOf(language, kind, word)` gives what a word is called.',
    ...kinds.flatMap((kind) => [
      `### Words: ${kind}`,
      table(
        ['word', 'English', '中文'],
        Object.entries(terms[kind]).map(([word, [english, chinese]]) => [code(word), english, chinese]),
      ),
    ]),
  )
