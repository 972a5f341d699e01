import {
  SEARCH_KINDS,
  SEARCH_TEXT_MAX,
  type SearchKind,
  type SearchParams,
  TOPIC_CATEGORIES,
  TOPIC_SOURCES,
  TOPIC_STEPS,
  type TopicCategory,
  type TopicSource,
  type TopicStep,
} from '@consult/shared';
import { PageQueryDto } from '../common/paging/page.dto.js';
import { ChoiceField, LineField, NumberField, RegionField } from '../common/validation/fields.js';

const YEARS = { min: 2000, max: 2100 };

export class SearchQueryDto extends PageQueryDto implements SearchParams {
  @LineField({ max: SEARCH_TEXT_MAX }) q: string;
  @RegionField() region: string;
  @ChoiceField(SEARCH_KINDS, { optional: true }) kind?: SearchKind;
  @ChoiceField(TOPIC_STEPS, { optional: true }) step?: TopicStep;
  @ChoiceField(TOPIC_CATEGORIES, { optional: true }) category?: TopicCategory;
  @ChoiceField(TOPIC_SOURCES, { optional: true }) source?: TopicSource;
  @NumberField({ ...YEARS, optional: true }) year?: number;
}
