import type { Personal } from '../document/index.js'

const stars = '****'

/** `138****0000`; of a shorter number the last two digits, and how long it is shows nowhere. */
const maskedPhone = (digits: string): string =>
  digits.length >= 11 ? `${digits.slice(0, 3)}${stars}${digits.slice(-4)}` : `${stars}${digits.slice(-2)}`

/** `****6789`; a number so short that this would be half of it is hidden whole. */
const maskedAccount = (digits: string): string => (digits.length >= 8 ? `${stars}${digits.slice(-4)}` : stars)

/** The first letter of who it is, and the domain: `m****@example.cn`. */
const maskedMail = (address: string): string => {
  const at = address.lastIndexOf('@')
  return `${firstOf(address)}${stars}${address.slice(at)}`
}

const firstOf = (text: string): string => (text === '' ? '' : String.fromCodePoint(text.codePointAt(0) ?? 0))

const mail = /[^\s@,;:<>()，；：（）]+@[^\s@,;:<>()，；：（）]+\.[\p{L}\p{N}-]+/u
const separators = /[\s()+\-.（）－]/gu

const digitsOf = (text: string): string | undefined => {
  const bare = text.replaceAll(separators, '')
  return /^\p{Nd}+$/u.test(bare) ? bare : undefined
}

/** A person's number or address, where it is one; anything else by its first letter. */
const reached = (text: string, masked: (digits: string) => string): string => {
  const digits = digitsOf(text)
  if (digits !== undefined) return masked(digits)
  return mail.test(text) ? maskedMail(text) : `${firstOf(text.trim())}${stars}`
}

// A date is told apart first, so that it stays readable. Anything else of seven digits or more may reach somebody.
const telling = new RegExp(
  String.raw`(?<![\p{Nd}-])\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2}(?![\p{Nd}-])|${mail.source}|\p{Nd}(?:[ \-－]?\p{Nd}){6,}`,
  'gu',
)

const maskedNumber = (digits: string): string =>
  /^1\p{Nd}{10}$/u.test(digits) ? maskedPhone(digits) : maskedAccount(digits)

const maskedText = (text: string): string =>
  text.replaceAll(telling, (found) => {
    if (/^\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2}$/u.test(found)) return found
    return found.includes('@') ? maskedMail(found) : maskedNumber(digitsOf(found) ?? found)
  })

/** As it is printed for somebody who may not read it in clear. */
export const masked = (text: string, holds: Personal): string => {
  switch (holds) {
    case 'phone':
      return reached(text, maskedPhone)
    case 'account':
      return reached(text, maskedAccount)
    case 'name':
      return `${firstOf(text.trim())}**`
    case 'text':
      return maskedText(text)
    case 'open':
      return text
  }
}
