import { fromChoices, type Choices } from './choices.js'
import type fc from 'fast-check'

// What nobody may find in a store. Each secret is long enough, and of such letters, that it stands nowhere by accident:
// not in a hash, a UUID or a base64 text.

const people = ['王小明', '李雷雷', '欧阳娜娜', 'Zoë Müller-Öz', '😀 表情包先生'] as const
const phones = ['13800138000', '15912345678', '+86 186-0000-1111', '010-6552-9988'] as const
const accounts = ['6222 0210 0111 2233 445', 'alipay:wang.xm@example.cn', 'DE89 3704 0044 0532 0130 00'] as const
const sentences = [
  '包裹破损,客户很生气。',
  'Der Karton war „offen“.',
  'line one\nline two\ttab',
  'quote " and \\ slash',
] as const

/** A sentence about a case or a person: personal data of several kinds in it, marked so that it can be looked for. */
export const freeTextFrom = (choices: Choices): string =>
  `§${choices.pick(...sentences)}§${choices.pick(...people)}§${choices.pick(...phones)}`

/** An account somebody's money may go to. */
export const accountFrom = (choices: Choices): string => `§${choices.pick(...accounts)}`

/** A person's name. */
export const nameFrom = (choices: Choices): string => `§${choices.pick(...people)}`

/** How a person is reached. */
export const contactFrom = (choices: Choices): string => `§${choices.pick(...phones)}`

/** Free texts, each with something personal in it. */
export const freeTexts = (): fc.Arbitrary<string> => fromChoices(freeTextFrom, { count: 3 })

const MARK = '§'

/** The personal data in any value: all that stands after a mark, each part once. */
export const secretsIn = (value: unknown): ReadonlySet<string> => {
  const found = new Set<string>()
  const visit = (part: unknown): void => {
    if (typeof part === 'string') {
      if (part.startsWith(MARK)) for (const secret of part.split(MARK)) if (secret !== '') found.add(secret)
    } else if (Array.isArray(part)) part.forEach(visit)
    else if (typeof part === 'object' && part !== null) Object.values(part).forEach(visit)
  }
  visit(value)
  return found
}
