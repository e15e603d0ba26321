import type { TermsOf } from './vocabulary.js'

/** Duty shifts and ledgers, by the words of their forms (F2, F3, F4). */
export const duty: TermsOf<
  | 'rosterProblem'
  | 'attendanceList'
  | 'attendanceProblem'
  | 'sheetPart'
  | 'shiftEvent'
  | 'ledgerStep'
  | 'ledgerDepartment'
> = {
  rosterProblem: {
    empty: ['it has no shift', '没有班次'],
    gap: ['there is a gap', '时间有空缺'],
    overlap: ['shifts overlap', '班次有重叠'],
    nameRepeated: ['a name stands twice', '班次名称重复'],
  },
  attendanceList: {
    expected: ['expected', '应到值班人员'],
    present: ['present', '实到值班人员'],
    late: ['late', '迟到人员'],
    leftEarly: ['left early', '早退人员'],
    absent: ['absent', '旷工人员'],
  },
  attendanceProblem: {
    repeated: ['stands there twice', '重复填写'],
    notExpected: ['was not expected', '不在应到值班人员中'],
    unaccounted: ['is neither present nor absent', '既不在实到也不在旷工人员中'],
    presentAndAbsent: ['is also present', '同时在实到值班人员中'],
    notPresent: ['is not present', '不在实到值班人员中'],
  },
  sheetPart: { attendance: ['attendance', '考勤'], cleaning: ['cleaning', '卫生是否打扫'] },
  shiftEvent: {
    AttendanceRecorded: ['attendance', '考勤'],
    WorkNoted: ['work completed', '完成工作明细'],
    FollowUpNoted: ['item to follow up', '需其他人员跟进交接明细'],
    CleaningRecorded: ['cleaning', '卫生是否打扫'],
    SignedOver: ['handed over', '交接人签字'],
    Accepted: ['taken over', '接交人签字'],
  },
  ledgerStep: {
    Prepared: ['preparation', '制表'],
    HeadApproved: ['approval by the department head', '部门主管审核'],
    Submitted: ['submission to administration', '提交行政人事部'],
    Verified: ['verification', '核实'],
    Archived: ['archiving', '存档'],
  },
  ledgerDepartment: { customerService: ['customer service', '客服部'], finance: ['finance', '财务部'] },
}
