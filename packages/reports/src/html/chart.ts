import type { ChartPart } from '../document/index.js'
import type { Printer } from '../reading/index.js'
import { markup, type Markup } from './markup.js'

const width = 720
const line = 22
const names = 200
const values = 110

/** Bars as SVG: no script, and everything it shows also stands there as text. */
export const chartMarkup = async ({ label, bars }: ChartPart, printer: Printer): Promise<Markup> => {
  const caption = printer.label(label)
  const most = Math.max(1, ...bars.map(({ size }) => size))
  const drawn: Array<Markup> = []
  for (const [index, bar] of bars.entries()) {
    const name = (await printer.value(bar.label)).text
    const value = (await printer.value(bar.value)).text
    const long = Math.round(((width - names - values) * Math.max(0, bar.size) * 10) / most) / 10
    const y = index * line
    drawn.push(
      markup`<text x="${names - 8}" y="${y + 15}" text-anchor="end">${name}</text><rect x="${names}" y="${y + 4}" width="${long}" height="${line - 8}"/><text x="${names + long + 6}" y="${y + 15}">${value}</text>`,
    )
  }
  const picture =
    bars.length === 0
      ? markup`<p class="none">${printer.nothing}</p>`
      : markup`<svg viewBox="0 0 ${width} ${bars.length * line}" role="img" aria-label="${caption}" font-size="12" fill="#1f4e79">${drawn}</svg>`
  return markup`<figure><figcaption>${caption}</figcaption>${picture}</figure>`
}
