/** The names of an object in canonical order, each with what stands before its value. */
export type KeyOrder = ReadonlyArray<KeyPlace>

export interface KeyPlace {
  readonly name: string
  /** `{"amount":` */
  readonly opening: string
  /** `,"amount":` */
  readonly following: string
}

/**
 * The order of an object's names by UTF-16 code units (RFC 8785). Objects come in few shapes, so the order of each is
 * found once and then remembered.
 */
export const keyOrderOf = (names: ReadonlyArray<string>): KeyOrder => {
  // Shapes by the thousand are no shapes but data used as names: forget them rather than grow.
  if (placesInUse > maxPlaces) forget()
  let place = root
  for (const name of names) place = next(place, name)
  return (place.order ??= orderOf(names))
}

const orderOf = (names: ReadonlyArray<string>): KeyOrder =>
  names.toSorted().map((name) => {
    const label = `${JSON.stringify(name)}:`
    return { name, opening: `{${label}`, following: `,${label}` }
  })

// One place for each way a list of names can begin; most are followed by the same name every time.
interface Place {
  order: KeyOrder | undefined
  usualName: string | undefined
  usual: Place | undefined
  others: Map<string, Place> | undefined
}

const newPlace = (): Place => ({ order: undefined, usualName: undefined, usual: undefined, others: undefined })

const maxPlaces = 10_000
let placesInUse = 0
let root = newPlace()

const forget = (): void => {
  placesInUse = 0
  root = newPlace()
}

const next = (place: Place, name: string): Place => {
  if (place.usual !== undefined && place.usualName === name) return place.usual
  const known = place.others?.get(name)
  if (known !== undefined) return known
  const added = newPlace()
  placesInUse++
  if (place.usual === undefined) {
    place.usualName = name
    place.usual = added
  } else {
    place.others ??= new Map()
    place.others.set(name, added)
  }
  return added
}
