import {
  type AgreedTask,
  isMinutesCode,
  MINUTES_LIMITS,
  type MinutesDraftQuery,
  type MinutesHeld,
  type MinutesInput,
  type MinutesObject,
  type ObjectionAnswer,
  SESSION_LIMITS,
  type SignatoriesChange,
  type SpeechPoint,
  TASK_LIMITS,
} from '@consult/shared';
import { ID_PATTERN } from '../common/ids.js';
import { PageQueryDto } from '../common/paging/page.dto.js';
import { IdParamDto, ReasonDto } from '../common/validation/common.dto.js';
import {
  FlagField,
  FormField,
  IdField,
  IdsField,
  LineField,
  LinesField,
  MomentField,
  NestedListField,
  NumberField,
  RegionField,
  RevisionField,
  TextField,
} from '../common/validation/fields.js';

const L = MINUTES_LIMITS;

export class AgreedTaskDto implements Omit<AgreedTask, 'funds'> {
  @LineField({ min: TASK_LIMITS.whatMin, max: TASK_LIMITS.whatMax }) what: string;
  @IdField() leadDepartmentId: string;
  @IdsField({ max: L.coDepartmentsMax }) coDepartmentIds: string[];
  @MomentField() dueAt: number;
  @LineField({ max: L.fundsMax, optional: true }) funds?: string | null;
}

/** A speech that may lack its speaker or its words as yet. */
export class DraftedPointDto implements SpeechPoint {
  @LineField({ min: 0, max: L.speakerMax }) speaker: string;
  @TextField({ min: 0, max: L.itemMax }) text: string;
  @NumberField({ min: 0, max: L.programmeMax - 1, optional: true }) item?: number;
  @NumberField({ min: 0, max: L.secondsMax, optional: true }) seconds?: number;
}

/** A task of which not everything is known as yet. */
export class DraftedTaskDto implements Omit<AgreedTask, 'funds'> {
  @LineField({ min: 0, max: TASK_LIMITS.whatMax }) what: string;
  @FormField((text) => text === '' || ID_PATTERN.test(text), { example: '' }) leadDepartmentId: string;
  @IdsField({ max: L.coDepartmentsMax }) coDepartmentIds: string[];
  @MomentField() dueAt: number;
  @LineField({ max: L.fundsMax, optional: true }) funds?: string | null;
}

/** The text may still be empty in part: it is a draft. */
export class MinutesInputDto implements Omit<MinutesInput, 'tasks'> {
  @TextField({ min: 0, max: L.textMax }) situation: string;
  @NestedListField(() => DraftedPointDto, { max: L.itemsMax }) points: DraftedPointDto[];
  @NestedListField(() => DraftedPointDto, { max: L.itemsMax }) departmentAnswers: DraftedPointDto[];
  @LinesField({ max: L.itemsMax, each: L.itemMax }) consensus: string[];
  @LinesField({ max: L.itemsMax, each: L.itemMax }) dissent: string[];
  @FlagField() noDissent: boolean;
  @NestedListField(() => DraftedTaskDto, { max: L.tasksMax }) tasks: DraftedTaskDto[];
  @IdsField({ max: L.photosMax }) photos: string[];
  @RevisionField() revision: number;
}

export class MinutesHeldDto implements MinutesHeld {
  @MomentField() heldAt: number;
  @LineField({ min: 2, max: SESSION_LIMITS.placeMax }) place: string;
  @LineField({ min: 2, max: L.speakerMax }) chair: string;
}

export class MinutesDraftQueryDto implements MinutesDraftQuery {
  @NumberField({ min: 0, max: 1_000_000, optional: true }) revision?: number;
}

export class MinutesCodeDto {
  @FormField(isMinutesCode, { example: '0123456789abcdef' }) code: string;
}

export class ComparedParamDto extends IdParamDto {
  @IdField() otherId: string;
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
