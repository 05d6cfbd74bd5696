import { Injectable } from '@nestjs/common';
import { isCalendarDate, meetingFault, problem, uuidV7 } from '#domain';
import { currentContext, Db } from '#platform';
import { CaseFlow } from './case-flow.js';
import type { ActionRequest } from './case-input.js';
import { keyOf } from './case-store.js';
import * as sql from './case.queries.js';
import { currentStep, type LoadedCase } from './loaded-case.js';

/** The record of a review meeting decides by itself: passed goes on, not passed ends the case. */
@Injectable()
export class MeetingMoves {
  constructor(
    private readonly db: Db,
    private readonly flow: CaseFlow,
  ) {}

  async record(kase: LoadedCase, request: ActionRequest): Promise<LoadedCase> {
    const { review } = request;
    const step = currentStep(kase);
    if (!review) throw problem('case.review-required');
    const { actor, now, today } = currentContext();
    if (!isCalendarDate(review.heldOn) || review.heldOn > today) throw problem('case.review-counts', { fault: '会议日期不能晚于今天' });
    const fault = step.review ? meetingFault(step.review, review) : null;
    if (fault) throw problem(fault.code, fault.params);
    if (!review.passed && !request.opinion?.trim()) throw problem('reason-required', { action: request.action });
    const id = uuidV7();
    await this.db.query(sql.insertMeeting, [JSON.stringify({
      ...keyOf(kase.row), id, household_id: kase.row.household_id, step: step.code, held_on: review.heldOn, place: review.place, convener: review.convener,
      entitled: review.entitled, present: review.present, in_favour: review.inFavour, against: review.against, abstained: review.abstained, passed: review.passed,
      summary: review.summary, is_void: false, recorded_by: actor.userId, recorded_at: now,
    })]);
    const payload = { meeting: id, passed: review.passed };
    return review.passed ? this.flow.forward(kase, request, payload) : this.flow.end(kase, request, { outcome: 'REFUSED', payload });
  }
}
