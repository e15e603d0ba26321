/** How what a cell holds is shown. */
export type CellStyle = 'text' | 'whole' | 'cents' | 'mills' | 'share' | 'duration' | 'date' | 'instant'

export type Look = 'cell' | 'total' | 'label' | 'head' | 'title' | 'plain'

const formats: ReadonlyArray<readonly [CellStyle, string]> = [
  ['text', '@'],
  ['whole', '0'],
  ['cents', '0.00'],
  ['mills', '0.000'],
  ['share', '0.0%'],
  ['duration', '[h]:mm'],
  ['date', 'yyyy\\-mm\\-dd'],
  ['instant', 'yyyy\\-mm\\-dd\\ hh:mm'],
]

const looks: ReadonlyArray<Look> = ['cell', 'total', 'label', 'head', 'title', 'plain']

/** The number of a style in the workbook: looks by formats. */
export const styleNo = (look: Look, style: CellStyle): number =>
  1 + looks.indexOf(look) * formats.length + formats.findIndex(([name]) => name === style)

const firstFormat = 164

const fontOf: { readonly [L in Look]: number } = { cell: 0, total: 1, label: 1, head: 1, title: 2, plain: 0 }
const fillOf: { readonly [L in Look]: number } = { cell: 0, total: 0, label: 2, head: 2, title: 0, plain: 0 }
const borderOf: { readonly [L in Look]: number } = { cell: 1, total: 1, label: 1, head: 1, title: 0, plain: 0 }
const across: { readonly [L in Look]: string } = {
  cell: '',
  total: '',
  label: '',
  head: ' horizontal="center"',
  title: ' horizontal="center"',
  plain: '',
}

const xf = (look: Look, format: number): string =>
  `<xf numFmtId="${firstFormat + format}" fontId="${fontOf[look]}" fillId="${fillOf[look]}" borderId="${borderOf[look]}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"${across[look]}/></xf>`

const side = (name: string): string => `<${name} style="thin"><color auto="1"/></${name}>`

/** xl/styles.xml: the same in every workbook. */
export const stylesXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="${formats.length}">${formats
  .map(([, code], index) => `<numFmt numFmtId="${firstFormat + index}" formatCode="${code}"/>`)
  .join(
    '',
  )}</numFmts><fonts count="3"><font><sz val="10"/><name val="SimSun"/></font><font><b/><sz val="10"/><name val="SimSun"/></font><font><b/><sz val="16"/><name val="SimSun"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF2F2F2"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${side('left')}${side('right')}${side('top')}${side('bottom')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${1 + looks.length * formats.length}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${looks
  .flatMap((look) => formats.map((_, format) => xf(look, format)))
  .join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
