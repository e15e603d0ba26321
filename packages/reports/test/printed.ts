import { isLeft } from 'fp-ts/lib/Either.js'
import {
  renderCsv,
  renderHtml,
  renderJson,
  renderText,
  renderXlsx,
  wholeFile,
  wholeText,
  type Chunks,
  type CsvOptions,
  type Form,
  type Reader,
} from '../src/index.js'

const textOf = async (chunks: Chunks<string>): Promise<string> => {
  const text = await wholeText(chunks)()
  if (isLeft(text)) throw new Error(text.left.message)
  return text.right
}

/** A form printed whole, in each way. */
export const printed = {
  text: (form: Form, reader: Reader) => textOf(renderText(form, reader)),
  html: (form: Form, reader: Reader) => textOf(renderHtml(form, reader)),
  csv: (form: Form, reader: Reader, options?: CsvOptions) => textOf(renderCsv(form, reader, options)),
  json: async (form: Form, reader: Reader): Promise<unknown> => JSON.parse(await textOf(renderJson(form, reader))),
  xlsx: async (form: Form, reader: Reader): Promise<Uint8Array> => {
    const file = await wholeFile(renderXlsx(form, reader))()
    if (isLeft(file)) throw new Error(file.left.message)
    return file.right
  },
}
