import type { ArchivedItem } from './events/index.js'
import type { RefundCase } from './state.js'

/** What is kept of the case (RC1), each with the reference it is found by. */
export const archiveOf = (state: RefundCase): ReadonlyArray<ArchivedItem> => {
  const items: Array<ArchivedItem> = [{ item: 'requestSheet', reference: state.requested.caseNo }]
  if (state.shipped?.trackingNo !== undefined) items.push({ item: 'trackingNo', reference: state.shipped.trackingNo })
  if (state.inspection.result !== 'none')
    items.push({ item: 'inspectionReport', reference: state.inspection.reference })
  for (const { status, voucherNo } of state.attempts)
    if (status === 'paid' && voucherNo !== undefined) items.push({ item: 'refundVoucher', reference: voucherNo })
  if (state.ruling !== undefined)
    items.push({ item: 'ruling', reference: state.ruling.reference ?? state.ruling.eventId })
  if (state.feedbackId !== undefined) items.push({ item: 'feedback', reference: state.feedbackId })
  return items
}
