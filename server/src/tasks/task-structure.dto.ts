import {
  type DependencyInput,
  FUNDS_MAX,
  type FundsInput,
  MINUTES_LIMITS,
  type MilestoneInput,
  type PhotoPairInput,
  REASON_LIMITS,
  type SpendingInput,
  type SupervisionInput,
  type SupervisorInput,
  TASK_LIMITS,
  type TaskPartInput,
} from '@consult/shared';
import { IdParamDto } from '../common/validation/common.dto.js';
import { IdField, IdsField, LineField, MomentField, NumberField, TextField } from '../common/validation/fields.js';

const L = TASK_LIMITS;
const ReasonField = () => TextField({ max: REASON_LIMITS.max, optional: true });

export class MilestoneParamDto extends IdParamDto {
  @IdField() milestoneId: string;
}

export class DependencyParamDto extends IdParamDto {
  @IdField() waitsForId: string;
}

export class PhotoPairParamDto extends IdParamDto {
  @IdField() pairId: string;
}

export class TaskPartDto implements TaskPartInput {
  @LineField({ min: L.whatMin, max: L.whatMax }) what: string;
  @IdField() leadDepartmentId: string;
  @IdsField({ max: MINUTES_LIMITS.coDepartmentsMax }) coDepartmentIds: string[];
  @MomentField() dueAt: number;
  @NumberField({ min: 1, max: L.weightMax }) weight: number;
}

export class MilestoneDto implements MilestoneInput {
  @LineField({ max: L.milestoneMax }) name: string;
  @MomentField() plannedAt: number;
  @MomentField({ optional: true }) doneAt?: number;
  @ReasonField() reason?: string;
}

export class FundsDto implements FundsInput {
  @NumberField({ min: 0, max: FUNDS_MAX, optional: true }) planned?: number;
  @LineField({ max: MINUTES_LIMITS.fundsMax, optional: true }) source?: string;
  @ReasonField() reason?: string;
}

export class SpendingDto implements SpendingInput {
  @NumberField({ min: -FUNDS_MAX, max: FUNDS_MAX }) amount: number;
  @MomentField() spentAt: number;
  @LineField({ max: L.spendingMax }) what: string;
  @ReasonField() reason?: string;
}

export class DependencyDto implements DependencyInput {
  @IdField() waitsForId: string;
}

export class PhotoPairDto implements PhotoPairInput {
  @LineField({ max: L.labelMax }) label: string;
  @IdField({ optional: true }) before?: string;
  @IdField({ optional: true }) after?: string;
}

export class SupervisorDto implements SupervisorInput {
  @IdField({ optional: true }) personId?: string;
}

export class SupervisionDto implements SupervisionInput {
  @TextField({ max: L.supervisionMax }) text: string;
}
