/** Lines as one text. */
export const asText = (lines: ReadonlyArray<string>): string => lines.map((line) => `${line}\n`).join('')
