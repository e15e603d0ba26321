import type { DeskPlan } from './plan.js'

/**
 * A plan to start from: 白班 08:00 to 16:00, 中班 to 00:30 and 夜班 to 08:00 by the clocks of Shanghai, ledgers due on the
 * 1st, moved off Saturday and Sunday (LG1). The sources name no hours (HS9): set your own.
 */
export const threeShifts = (desk: string): DeskPlan => ({
  desk,
  version: 1,
  inForceFrom: 'beginning',
  timeZone: 'Asia/Shanghai',
  roster: [
    { name: '白班', from: '08:00', to: '16:00' },
    { name: '中班', from: '16:00', to: '00:30' },
    { name: '夜班', from: '00:30', to: '08:00' },
  ],
  ledgerDue: { rollForward: 'offWeekend' },
})
