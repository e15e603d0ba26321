const digit = (): string => Math.floor(Math.random() * 16).toString(16)

/** A UUID of version 4 that is not used elsewhere; not for anything that must be hard to guess. */
export const freshId = (): string => 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replaceAll('x', digit)
