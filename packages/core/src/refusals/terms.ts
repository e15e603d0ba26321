import type { Language } from './language.js'
import { course } from './terms/course.js'
import { dispute } from './terms/dispute.js'
import { duty } from './terms/duty.js'
import { goodsAndMoney } from './terms/goods-and-money.js'
import { intake } from './terms/intake.js'
import { people } from './terms/people.js'
import type { Term, TermKind, TermsOf } from './terms/vocabulary.js'

export type { Term, TermKind, Vocabulary } from './terms/vocabulary.js'

/** Every term by its kind and word. */
export const terms: TermsOf<TermKind> = { ...people, ...course, ...intake, ...goodsAndMoney, ...dispute, ...duty }

/** The terms of one kind by word: whatever the word is, there is a term or nothing. */
const byWord = (kind: TermKind): { readonly [word: string]: Term | undefined } => terms[kind]

/** What a word of this kind is called in a language; the word itself where the library does not know it. */
export const termOf = (language: Language, kind: TermKind, word: string): string => {
  const term = Object.hasOwn(terms[kind], word) ? byWord(kind)[word] : undefined
  return term === undefined ? word : term[language === 'en' ? 0 : 1]
}
