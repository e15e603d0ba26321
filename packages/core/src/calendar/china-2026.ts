import { chinaNotice } from './china-notice.js'

/** Mainland China, 2026. */
export const china2026 = chinaNotice(2026, '国办发明电〔2025〕7号', [
  { name: '元旦', off: ['01-01', '01-03'], worked: ['01-04'] },
  { name: '春节', off: ['02-15', '02-23'], worked: ['02-14', '02-28'] },
  { name: '清明节', off: ['04-04', '04-06'] },
  { name: '劳动节', off: ['05-01', '05-05'], worked: ['05-09'] },
  { name: '端午节', off: ['06-19', '06-21'] },
  { name: '中秋节', off: ['09-25', '09-27'] },
  { name: '国庆节', off: ['10-01', '10-07'], worked: ['09-20', '10-10'] },
])
