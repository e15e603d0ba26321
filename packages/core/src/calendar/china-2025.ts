import { chinaNotice } from './china-notice.js'

/** Mainland China, 2025. */
export const china2025 = chinaNotice(2025, '国办发明电〔2024〕12号', [
  { name: '元旦', off: ['01-01', '01-01'] },
  { name: '春节', off: ['01-28', '02-04'], worked: ['01-26', '02-08'] },
  { name: '清明节', off: ['04-04', '04-06'] },
  { name: '劳动节', off: ['05-01', '05-05'], worked: ['04-27'] },
  { name: '端午节', off: ['05-31', '06-02'] },
  { name: '国庆节、中秋节', off: ['10-01', '10-08'], worked: ['09-28', '10-11'] },
])
