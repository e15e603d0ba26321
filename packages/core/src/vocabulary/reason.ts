import type * as t from 'io-ts'
import { words } from './words.js'

/** Why a refund is asked for (IN8, IN15). */
export const Reason = words(
  'Reason',
  'qualityDefect',
  'notAsDescribed',
  'transitDamage',
  'lateDispatch',
  'notReceived',
  'wrongSize',
  'changeOfMind',
  'orderedByMistake',
  'orderError',
  'serviceNotAsExpected',
  'returnFreight',
  'freightDue',
  'chargedWithoutOrderNo',
  'orderConflict',
  'paymentTimeout',
  'rulingFromOutside',
  'other',
)
export type Reason = t.TypeOf<typeof Reason>

/** Whose fault a review found it to be (SH4). */
export const Fault = words('Fault', 'merchant', 'customer', 'carrier', 'none')
export type Fault = t.TypeOf<typeof Fault>

/** How a request reached the shop (IN1). */
export const Channel = words(
  'Channel',
  'website',
  'hotline',
  'socialMedia',
  'email',
  'onlineChat',
  'inStore',
  'written',
  'offline',
  'platform',
)
export type Channel = t.TypeOf<typeof Channel>

/** How money goes back (PY6). */
export const PaymentMethod = words(
  'PaymentMethod',
  'original',
  'bankTransfer',
  'card',
  'alipay',
  'wechat',
  'cash',
  'merchantDeposit',
)
export type PaymentMethod = t.TypeOf<typeof PaymentMethod>
