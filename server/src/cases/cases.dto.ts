import {
  CASE_LIMITS,
  CASE_STATES,
  type CaseBegin,
  type CaseInput,
  type CaseQuery,
  type CaseState,
  type CaseWorkQuery,
  OPEN_YEARS,
  TOPIC_CATEGORIES,
  type TopicCategory,
} from '@consult/shared';
import { PageQueryDto } from '../common/paging/page.dto.js';
import {
  ChoiceField,
  IdField,
  IdsField,
  LineField,
  LinesField,
  NumberField,
  RegionField,
  RevisionField,
  TextField,
} from '../common/validation/fields.js';

const L = CASE_LIMITS;

export class CaseBeginDto implements CaseBegin {
  @IdField() topicId: string;
}

/** What is still being written may have gaps. */
export class CaseInputDto implements CaseInput {
  @LineField({ min: L.titleMin, max: L.titleMax }) title: string;
  @TextField({ min: 0, max: L.textMax }) background: string;
  @TextField({ min: 0, max: L.textMax }) process: string;
  @LinesField({ max: L.turningPointsMax, each: L.turningPointMax }) turningPoints: string[];
  @TextField({ min: 0, max: L.textMax }) result: string;
  @TextField({ min: 0, max: L.textMax }) lessons: string;
  @IdsField({ max: L.photosMax }) photos: string[];
  @RevisionField() revision: number;
}

export class CaseQueryDto extends PageQueryDto implements CaseQuery {
  @RegionField() region: string;
  @ChoiceField(TOPIC_CATEGORIES, { optional: true }) category?: TopicCategory;
  @NumberField({ ...OPEN_YEARS, optional: true }) year?: number;
}

export class CaseWorkQueryDto extends PageQueryDto implements CaseWorkQuery {
  @RegionField() region: string;
  @ChoiceField(CASE_STATES) state: CaseState;
}
