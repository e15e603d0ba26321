/** The number written by the digits of `text` from `from` up to, not including, `to`; -1 where anything else stands. */
export const numberAt = (text: string, from: number, to: number): number => {
  let number = 0
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48
    if (!(digit >= 0 && digit <= 9)) return -1
    number = number * 10 + digit
  }
  return number
}

export const twoDigits = (number: number): string => (number < 10 ? `0${number}` : `${number}`)

export const threeDigits = (number: number): string => (number < 100 ? `0${twoDigits(number)}` : `${number}`)

export const fourDigits = (number: number): string => (number < 1000 ? `0${threeDigits(number)}` : `${number}`)
