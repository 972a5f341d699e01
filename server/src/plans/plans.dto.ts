import { PLAN_LIMITS, type PlanCreate, type PlanQuery } from '@consult/shared';
import { PageQueryDto } from '../common/paging/page.dto.js';
import { NumberField, RegionField } from '../common/validation/fields.js';

export class PlanCreateDto implements PlanCreate {
  @RegionField('township') township: string;
  @NumberField({ min: PLAN_LIMITS.yearMin, max: PLAN_LIMITS.yearMax }) year: number;
  @NumberField({ min: 1, max: 4 }) quarter: 1 | 2 | 3 | 4;
}

export class PlanQueryDto extends PageQueryDto implements PlanQuery {
  @RegionField() region: string;
}
