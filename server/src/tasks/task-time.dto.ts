import {
  REASON_LIMITS,
  TASK_TIME_LIMITS,
  type TaskDecision,
  type TaskExtensionInput,
  type TaskHandoverInput,
  type TaskUrge,
} from '@consult/shared';
import { FlagField, IdField, MomentField, TextField } from '../common/validation/fields.js';

const REASON = { min: REASON_LIMITS.min, max: REASON_LIMITS.max };

export class TaskRequestParamDto {
  @IdField() id: string;
  @IdField() requestId: string;
}

export class TaskExtensionDto implements TaskExtensionInput {
  @MomentField() dueAt: number;
  @TextField(REASON) reason: string;
}

export class TaskHandoverDto implements TaskHandoverInput {
  @IdField() departmentId: string;
  @TextField(REASON) reason: string;
}

export class TaskDecisionDto implements TaskDecision {
  @FlagField() grant: boolean;
  @TextField(REASON) reason: string;
  @IdField({ optional: true }) departmentId?: string;
}

export class TaskUrgeDto implements TaskUrge {
  @TextField({ min: REASON_LIMITS.min, max: TASK_TIME_LIMITS.urgeMax }) text: string;
}
