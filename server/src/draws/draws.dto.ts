import {
  DRAW_LIMITS,
  type DrawEntryInput,
  type DrawInput,
  type DrawQuota,
  PARTICIPANT_CATEGORIES,
  type ParticipantCategory,
  REASON_LIMITS,
} from '@consult/shared';
import { ChoiceField, NestedListField, NumberField, TextField } from '../common/validation/fields.js';

class DrawQuotaDto implements DrawQuota {
  @ChoiceField(PARTICIPANT_CATEGORIES) category: ParticipantCategory;
  @NumberField({ min: DRAW_LIMITS.countMin, max: DRAW_LIMITS.countMax }) count: number;
}

export class DrawInputDto implements DrawInput {
  @NestedListField(() => DrawQuotaDto, { min: 1, max: PARTICIPANT_CATEGORIES.length }) quotas: DrawQuotaDto[];
  @TextField({ min: REASON_LIMITS.min, max: REASON_LIMITS.max, optional: true }) reason?: string;
}

export class DrawEntryDto implements DrawEntryInput {
  @ChoiceField(PARTICIPANT_CATEGORIES) category: ParticipantCategory;
}
