import {
  type AgreedTask,
  MINUTES_LIMITS,
  type MinutesInput,
  type MinutesObject,
  type ObjectionAnswer,
  SESSION_LIMITS,
  type SignatoriesChange,
  type SpeechPoint,
  TASK_LIMITS,
} from '@consult/shared';
import { PageQueryDto } from '../common/paging/page.dto.js';
import { IdParamDto, ReasonDto } from '../common/validation/common.dto.js';
import {
  FlagField,
  IdField,
  IdsField,
  LineField,
  LinesField,
  MomentField,
  NestedListField,
  RegionField,
  RevisionField,
  TextField,
} from '../common/validation/fields.js';

const L = MINUTES_LIMITS;

export class SpeechPointDto implements SpeechPoint {
  @LineField({ max: L.speakerMax }) speaker: string;
  @TextField({ max: L.itemMax }) text: string;
}

export class AgreedTaskDto implements Omit<AgreedTask, 'funds'> {
  @LineField({ min: TASK_LIMITS.whatMin, max: TASK_LIMITS.whatMax }) what: string;
  @IdField() leadDepartmentId: string;
  @IdsField({ max: L.coDepartmentsMax }) coDepartmentIds: string[];
  @MomentField() dueAt: number;
  @LineField({ max: L.fundsMax, optional: true }) funds?: string | null;
}

/** The text may still be empty in part: it is a draft. */
export class MinutesInputDto implements Omit<MinutesInput, 'tasks'> {
  @TextField({ min: 0, max: L.textMax }) situation: string;
  @NestedListField(() => SpeechPointDto, { max: L.itemsMax }) points: SpeechPointDto[];
  @NestedListField(() => SpeechPointDto, { max: L.itemsMax }) departmentAnswers: SpeechPointDto[];
  @LinesField({ max: L.itemsMax, each: L.itemMax }) consensus: string[];
  @LinesField({ max: L.itemsMax, each: L.itemMax }) dissent: string[];
  @NestedListField(() => AgreedTaskDto, { max: L.tasksMax }) tasks: AgreedTaskDto[];
  @IdsField({ max: L.photosMax }) photos: string[];
  @RevisionField() revision: number;
}

export class MinutesQueryDto extends PageQueryDto {
  @RegionField() region: string;
}

export class SignatoriesChangeDto extends ReasonDto implements SignatoriesChange {
  @IdsField({ min: 1, max: SESSION_LIMITS.signatoriesMax }) signatoryIds: string[];
}

export class MinutesObjectDto implements MinutesObject {
  @TextField({ min: 2, max: L.objectionMax }) text: string;
}

export class ObjectionAnswerDto implements ObjectionAnswer {
  @TextField({ min: 2, max: L.objectionMax }) answer: string;
  @FlagField() upheld: boolean;
}

export class ObjectionParamDto extends IdParamDto {
  @IdField() objectionId: string;
}
