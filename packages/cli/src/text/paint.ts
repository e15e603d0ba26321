import * as util from 'node:util'

/** What a piece of text is: its colour follows from that. */
export interface Paint {
  readonly heading: (text: string) => string
  readonly good: (text: string) => string
  readonly bad: (text: string) => string
  readonly warning: (text: string) => string
  readonly quiet: (text: string) => string
  readonly money: (text: string) => string
}

const plainly = (text: string): string => text

const plain: Paint = { heading: plainly, good: plainly, bad: plainly, warning: plainly, quiet: plainly, money: plainly }

type Style = Parameters<typeof util.styleText>[0]

// Node 20 has had styleText since 20.12 only; before, text stays plain. Whether there is a terminal was asked already.
const styled =
  (style: Style) =>
  (text: string): string =>
    typeof util.styleText === 'function' && text !== '' ? util.styleText(style, text, { validateStream: false }) : text

const coloured: Paint = {
  heading: styled('bold'),
  good: styled('green'),
  bad: styled('red'),
  warning: styled('yellow'),
  quiet: styled('gray'),
  money: styled('cyan'),
}

export const paintFor = (colour: boolean): Paint => (colour ? coloured : plain)
