import {
  LOOK_BACK_LIMITS,
  type LookBackAnswerInput,
  type LookBackReplyInput,
  REASON_LIMITS,
  type TaskReview,
  type TaskVisitInput,
  type TaskVisitorAsk,
  VISIT_FINDINGS,
  VISIT_LIMITS,
  type VisitFinding,
} from '@consult/shared';
import { ChoiceField, FlagField, IdField, IdsField, MomentField, TextField } from '../../common/validation/fields.js';

export class TaskVisitDto implements TaskVisitInput {
  @MomentField() visitedAt: number;
  @ChoiceField(VISIT_FINDINGS) finding: VisitFinding;
  @TextField({ min: VISIT_LIMITS.textMin, max: VISIT_LIMITS.textMax }) text: string;
  @IdsField({ max: VISIT_LIMITS.photosMax }) photos: string[];
}

export class TaskVisitorAskDto implements TaskVisitorAsk {
  @IdField() personId: string;
}

export class TaskReviewDto implements TaskReview {
  @TextField({ min: REASON_LIMITS.min, max: REASON_LIMITS.max }) reason: string;
  @MomentField({ optional: true }) reviewAt?: number;
}

export class LookBackAnswerDto implements LookBackAnswerInput {
  @IdField() lookBackId: string;
  @FlagField() works: boolean;
  @TextField({ min: LOOK_BACK_LIMITS.reasonMin, max: LOOK_BACK_LIMITS.reasonMax, optional: true }) reason?: string;
  @IdsField({ max: LOOK_BACK_LIMITS.photosMax }) photos: string[];
}

export class LookBackReplyDto implements LookBackReplyInput {
  @IdField() lookBackId: string;
  @TextField({ min: REASON_LIMITS.min, max: LOOK_BACK_LIMITS.answerMax }) text: string;
}
