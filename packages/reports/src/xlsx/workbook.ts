import { xmlText } from './cells.js'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** A sheet that was written, and the row that every printed page of it repeats. */
export interface WrittenSheet {
  readonly name: string
  readonly repeats: number | undefined
}

/** A sheet's name: no more than 31 characters, none that Excel forbids. */
export const sheetName = (title: string, no: number): string => {
  const ending = no === 1 ? '' : ` (${no})`
  const plain = title.replaceAll(/[[\]:*?/\\']/g, ' ').trim()
  return `${plain.slice(0, 31 - ending.length)}${ending}`
}

export const contentTypesXml = (sheets: ReadonlyArray<WrittenSheet>): string =>
  `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${sheets
    .map(
      (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${types}.worksheet+xml"/>`,
    )
    .join('')}</Types>`

export const rootRelationsXml = `${head}<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

export const workbookXml = (sheets: ReadonlyArray<WrittenSheet>): string => {
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  const titles = sheets.flatMap(({ name, repeats }, index) =>
    repeats === undefined
      ? []
      : [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${xmlText(`'${name}'!$${repeats}:$${repeats}`)}</definedName>`,
        ],
  )
  const names = titles.length === 0 ? '' : `<definedNames>${titles.join('')}</definedNames>`
  return `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${list.join('')}</sheets>${names}</workbook>`
}

export const workbookRelationsXml = (sheets: ReadonlyArray<WrittenSheet>): string =>
  `${head}<Relationships xmlns="${relationships}">${sheets
    .map(
      (_, index) =>
        `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
    )
    .join('')}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`

/** What stands before the rows of a sheet: how wide its columns are, and what stays in view. */
export const sheetBeginning = (widths: ReadonlyArray<number>, repeats: number | undefined): string => {
  const pane =
    repeats === undefined
      ? ''
      : `<pane ySplit="${repeats}" topLeftCell="A${repeats + 1}" activePane="bottomLeft" state="frozen"/>`
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  return `${head}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`
}

/** What stands after them: which cells are one, and how it is printed on A4. */
export const sheetEnd = (merged: ReadonlyArray<string>, page: 'portrait' | 'landscape'): string => {
  const cells =
    merged.length === 0
      ? ''
      : `<mergeCells count="${merged.length}">${merged.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`
  return `</sheetData>${cells}<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${page}" fitToWidth="1" fitToHeight="0"/></worksheet>`
}
