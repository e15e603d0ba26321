/** The list with this id, standing in it once. */
export const once = (list: ReadonlyArray<string>, id: string) => (list.includes(id) ? list : [...list, id])
