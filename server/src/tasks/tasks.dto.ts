import {
  type MyTasksQuery,
  RATINGS,
  type Rating,
  REASON_LIMITS,
  REPLY_CLASSES,
  type ReplyClass,
  TASK_LIGHTS,
  TASK_LIMITS,
  TASK_LISTERS,
  TASK_STATES,
  type TaskLight,
  type TaskLister,
  type TaskProgressInput,
  type TaskQuery,
  type TaskRate,
  type TaskReassign,
  type TaskReply,
  type TaskState,
} from '@consult/shared';
import { PageQueryDto } from '../common/paging/page.dto.js';
import {
  ChoiceField,
  FlagField,
  IdField,
  IdsField,
  MomentField,
  NumberField,
  RegionField,
  TextField,
} from '../common/validation/fields.js';

const L = TASK_LIMITS;

export class TaskQueryDto extends PageQueryDto implements TaskQuery {
  @RegionField() region: string;
  @FlagField({ optional: true }) overdue?: boolean;
  @ChoiceField(TASK_STATES, { optional: true }) state?: TaskState;
  @ChoiceField(TASK_LIGHTS, { optional: true }) light?: TaskLight;
}

export class MyTasksQueryDto extends PageQueryDto implements MyTasksQuery {
  @ChoiceField(TASK_LISTERS) as: TaskLister;
}

export class TaskReassignDto implements TaskReassign {
  @IdField() departmentId: string;
  @TextField({ max: REASON_LIMITS.max, optional: true }) reason?: string;
}

export class TaskProgressDto implements TaskProgressInput {
  @TextField({ max: L.progressMax }) text: string;
  @IdsField({ max: L.photosMax }) photos: string[];
  @NumberField({ min: 0, max: 100, optional: true }) percent?: number;
  @TextField({ max: REASON_LIMITS.max, optional: true }) reason?: string;
}

export class TaskReplyDto implements TaskReply {
  @ChoiceField(REPLY_CLASSES) replyClass: ReplyClass;
  @TextField({ max: L.replyMax }) text: string;
  @TextField({ max: REASON_LIMITS.max, optional: true }) reason?: string;
  @MomentField({ optional: true }) reviewAt?: number;
  @IdsField({ max: L.photosMax }) photos: string[];
}

export class TaskRateDto implements TaskRate {
  @ChoiceField(RATINGS) process: Rating;
  @ChoiceField(RATINGS) result: Rating;
  @ChoiceField(RATINGS) handling: Rating;
  @TextField({ max: L.commentMax, optional: true }) comment?: string;
}
