/// <reference lib="es2024.string" />

/** Whether a text has whole characters only: half of a surrogate pair does not survive UTF-8. */
export const isWellFormed = (text: string): boolean => text.isWellFormed()
