import type { Random } from './random.js'

const surnames = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴'] as const
const given = ['伟', '芳', '娜', '敏', '静', '丽', '强', '磊', '洋', '艳', '勇', '军', '杰', '娟', '涛'] as const
const banks = ['中国工商银行', '招商银行', '中国建设银行', '中国农业银行', '交通银行', '中国银行'] as const

const drawnFrom = <T>(random: Random, [first, ...others]: readonly [T, ...ReadonlyArray<T>]): T =>
  random.pick(first, ...others)

export const personName = (random: Random): string => drawnFrom(random, surnames) + drawnFrom(random, given)
/** A mobile number of a range that no operator gives out. */
export const mobileNo = (random: Random): string => `1990${String(random.between(0, 9_999_999)).padStart(7, '0')}`
export const bankName = (random: Random): string => drawnFrom(random, banks)
export const accountNo = (random: Random): string => `62220200${String(random.between(0, 99_999_999)).padStart(8, '0')}`

/** Whose case it is; most ask once, some again and again. */
export const customerOf = (random: Random, no: number) => {
  const subject = random.percent(4) ? `c-often-${random.between(1, 12)}` : `c-${no}`
  return {
    subject,
    name: personName(random),
    contact: mobileNo(random),
    bank: bankName(random),
    registeredMobile: mobileNo(random),
  }
}

/** What is sold, and at what price in minor units. */
type Product = readonly [sku: string, price: number]

const products: readonly [Product, ...ReadonlyArray<Product>] = [
  ['teapot', 9_900],
  ['lamp', 12_800],
  ['coat', 45_900],
  ['mug', 3_340],
  ['kettle', 19_900],
  ['scarf', 5_940],
  ['headset', 26_800],
  ['notebook', 1_250],
]

export const product = (random: Random) => drawnFrom(random, products)

export const anEvidence = (random: Random, kind: 'photo' | 'video' | 'chatLog' | 'freightReceipt') => ({
  kind,
  reference: `${kind}-${random.between(1, 99_999)}.jpg`,
  sha256: random.between(0, 0xffff).toString(16).padStart(64, '0'),
  mediaType: 'image/jpeg',
  size: random.between(20_000, 900_000),
})
