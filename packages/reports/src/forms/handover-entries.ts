import type { CompletedWork, FollowUp, NotedFollowUp, SealedPlace, ShiftNote, WorkStep } from '@refund-case/core'
import {
  instant,
  nothing,
  says,
  several,
  staff,
  term,
  type Entry,
  type Field,
  type Label,
  type Value,
} from '../document/index.js'
import { caseFields, contactOf, doneBy, field, ofCase, ofShift } from './case-fields.js'
import { fieldLabels } from './words/fields.js'
import { nextActionLabels } from './words/outcomes.js'

/** What was done, by whom and when; a customer is called one, for the id says nothing. */
const stepText = ({ what, at, by, role, late }: WorkStep): Value =>
  several('beside', [
    instant(at),
    term('event', what),
    role === 'customer' ? term('role', role) : staff(by),
    late ? says(fieldLabels.isLate) : nothing,
  ])

const courseOf = (steps: ReadonlyArray<WorkStep>): Value => several('lines', steps.map(stepText))

/** 完成工作明细, one item (HS2, HS3). */
export const workEntry = (work: CompletedWork): Entry => ({ heading: courseOf(work.steps), fields: caseFields(work) })

/** 完成工作明细 that somebody wrote down. */
export const notedEntry = (desk: string, note: ShiftNote): Entry => ({
  heading: several('beside', [ofShift({ desk, ...note }, note.text), doneBy(note)]),
  fields: [],
})

const cause: Label = ['Cause', '事件原因']
const course: Label = ['Course', '经过']
const stepReached: Label = ['Step reached', '现在处理到哪个步骤']
const nextAction: Label = ['What the next shift has to do', '下个交接人需要做什么']

const origin = (carriedOver: boolean): Field =>
  field(
    'carriedOver',
    ['Since', '来源'],
    says(carriedOver ? ['carried over', '上一班次转入'] : ['new in this shift', '本班次新增']),
  )

/**
 * 需其他人员跟进交接明细, one item: cause, course, the step reached and what comes next (HS4, HS5), and what somebody wrote
 * down of it.
 */
export const followUpEntry = (item: FollowUp, desk: string, noted: ReadonlyArray<NotedFollowUp>): Entry => ({
  fields: [
    ...caseFields(item),
    field('handoverStage', ['Handover stage', '交接环节'], term('role', item.handoverStage)),
  ],
  points: [
    field('contact', ["Customer's contact", '客户的联系方式'], contactOf(item)),
    field('cause', cause, term('reason', item.cause)),
    field('faultSymptom', ['Fault', '故障原因'], ofCase(item.caseId, item.faultSymptom, 'text')),
    field('course', course, several('clauses', item.course.map(stepText))),
    field('stepReached', stepReached, term('situation', item.stepReached)),
    field('nextAction', nextAction, says(nextActionLabels[item.nextAction])),
    origin(item.carriedOver),
    ...(noted.length === 0
      ? []
      : [
          field(
            'noted',
            ['Noted by hand', '交接说明'],
            several(
              'lines',
              noted.map((note) => notedText(desk, note)),
            ),
          ),
        ]),
  ],
})

const notedText = (desk: string, item: NotedFollowUp): Value => {
  const said = (label: Label, at: SealedPlace): Value =>
    several('beside', [says(label), ofShift({ desk, ...item }, at)])
  return several('clauses', [
    said(cause, item.cause),
    said(course, item.course),
    said(stepReached, item.step),
    said(nextAction, item.nextAction),
    doneBy(item),
  ])
}

/** The same of an item that somebody wrote down. */
export const notedFollowUpEntry = (desk: string, item: NotedFollowUp): Entry => {
  const shift = { desk, ...item }
  return {
    fields: [],
    points: [
      field('cause', cause, ofShift(shift, item.cause)),
      field('course', course, ofShift(shift, item.course)),
      field('stepReached', stepReached, ofShift(shift, item.step)),
      field('nextAction', nextAction, ofShift(shift, item.nextAction)),
      field('by', ['Written by', '填写人'], doneBy(item)),
      origin(item.carriedOver),
    ],
  }
}
