import shared from '@eventstore/db-client/generated/shared_pb.js'

const NIL = '00000000-0000-0000-0000-000000000000'
const canonical = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u
const bare = /^[0-9a-f]{32}$/u

/** The id in its one written form; undefined for the nil id and for what is none. */
export const parseUuid = (uuid: shared.UUID | undefined): string | undefined => {
  const text = uuid?.hasStructured() === true ? fromBits(uuid.getStructured()) : uuid?.getString().toLowerCase()
  if (text === undefined) return undefined
  const id = bare.test(text) ? dashed(text) : text
  return canonical.test(id) && id !== NIL ? id : undefined
}

/** The same id as two numbers, which some clients ask for. */
export const structured = (id: string): shared.UUID => {
  const hex = id.replaceAll('-', '')
  return new shared.UUID().setStructured(
    new shared.UUID.Structured()
      .setMostSignificantBits(signed(hex.slice(0, 16)))
      .setLeastSignificantBits(signed(hex.slice(16))),
  )
}

const signed = (hex: string): string => BigInt.asIntN(64, BigInt(`0x${hex}`)).toString()

const fromBits = (bits: shared.UUID.Structured | undefined): string => {
  const hex = [bits?.getMostSignificantBits(), bits?.getLeastSignificantBits()].map((half) =>
    BigInt.asUintN(64, BigInt(half ?? 0))
      .toString(16)
      .padStart(16, '0'),
  )
  return dashed(hex.join(''))
}

const dashed = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
