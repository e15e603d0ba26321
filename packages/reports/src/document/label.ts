import type { Language, Term } from '@refund-case/core'

/** What is printed on a form, in English and in Chinese. */
export type Label = Term

export const labelIn = (language: Language, label: Label): string => label[language === 'en' ? 0 : 1]
