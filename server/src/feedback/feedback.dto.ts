import {
  FEEDBACK_KINDS,
  FEEDBACK_LIMITS,
  type FeedbackAnswer,
  type FeedbackInput,
  type FeedbackKind,
  type FeedbackQuery,
} from '@consult/shared';
import { PageQueryDto } from '../common/paging/page.dto.js';
import { ChoiceField, FlagField, IdField, LineField, RegionField, TextField } from '../common/validation/fields.js';

const L = FEEDBACK_LIMITS;

export class FeedbackParamDto {
  @IdField() feedbackId: string;
}

export class FeedbackInputDto implements FeedbackInput {
  @ChoiceField(FEEDBACK_KINDS) kind: FeedbackKind;
  @RegionField('township') township: string;
  @TextField({ min: L.textMin, max: L.textMax }) text: string;
  @LineField({ max: L.contactMax, optional: true }) contact?: string;
}

export class FeedbackQueryDto extends PageQueryDto implements FeedbackQuery {
  @RegionField() region: string;
  @FlagField() open: boolean;
}

export class FeedbackAnswerDto implements FeedbackAnswer {
  @TextField({ min: L.answerMin, max: L.answerMax }) answer: string;
}
