import { describe, expectTypeOf, it } from 'vitest'
import type { Instant } from '../calendar/index.js'
import type { FreeText } from './free-text.js'
import type { Sealed } from './sealed.js'
import type { Sealing } from './sealing.js'

describe('the type of a sealed command', () => {
  it('has a sealed value for each free text, at every depth, and all else as it was', () => {
    interface Command {
      readonly type: 'review'
      readonly at: Instant
      readonly amount: number | null
      readonly opinion: FreeText
      readonly note?: FreeText
      readonly lines: ReadonlyArray<{ readonly lineNo: number; readonly remark?: FreeText }>
      readonly outcome: { readonly kind: 'yes' } | { readonly kind: 'no'; readonly reason: FreeText | null }
    }
    expectTypeOf<Sealing<Command>>().toEqualTypeOf<{
      readonly type: 'review'
      readonly at: Instant
      readonly amount: number | null
      readonly opinion: Sealed
      readonly note?: Sealed
      readonly lines: ReadonlyArray<{ readonly lineNo: number; readonly remark?: Sealed }>
      readonly outcome: { readonly kind: 'yes' } | { readonly kind: 'no'; readonly reason: Sealed | null }
    }>()
  })
})
