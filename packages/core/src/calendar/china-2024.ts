import { chinaNotice } from './china-notice.js'

/** Mainland China, 2024. */
export const china2024 = chinaNotice(2024, '国办发明电〔2023〕7号', [
  { name: '元旦', off: ['01-01', '01-01'] },
  { name: '春节', off: ['02-10', '02-17'], worked: ['02-04', '02-18'] },
  { name: '清明节', off: ['04-04', '04-06'], worked: ['04-07'] },
  { name: '劳动节', off: ['05-01', '05-05'], worked: ['04-28', '05-11'] },
  { name: '端午节', off: ['06-10', '06-10'] },
  { name: '中秋节', off: ['09-15', '09-17'], worked: ['09-14'] },
  { name: '国庆节', off: ['10-01', '10-07'], worked: ['09-29', '10-12'] },
])
