import {
  type LedgerFilter,
  type LedgerQuery,
  REPLY_CLASSES,
  type ReplyClass,
  TASK_LIGHTS,
  type TaskLight,
  TOPIC_CATEGORIES,
  type TopicCategory,
} from '@consult/shared';
import { IntersectionType } from '@nestjs/swagger';
import { PageQueryDto } from '../common/paging/page.dto.js';
import { ChoiceField, IdField, NumberField, RegionField } from '../common/validation/fields.js';

export class LedgerRegionDto {
  @RegionField() region: string;
}

export class LedgerFilterDto extends LedgerRegionDto implements LedgerFilter {
  @IdField({ optional: true }) departmentId?: string;
  @ChoiceField(TOPIC_CATEGORIES, { optional: true }) category?: TopicCategory;
  @NumberField({ min: 2000, max: 2200, optional: true }) year?: number;
  @ChoiceField(TASK_LIGHTS, { optional: true }) light?: TaskLight;
  @ChoiceField(REPLY_CLASSES, { optional: true }) replyClass?: ReplyClass;
}

export class LedgerQueryDto extends IntersectionType(LedgerFilterDto, PageQueryDto) implements LedgerQuery {}
