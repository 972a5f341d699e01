import {
  REASON_LIMITS,
  REDIRECTS,
  type RecordedTopic,
  type Redirect,
  TOPIC_CATEGORIES,
  TOPIC_LIMITS,
  TOPIC_SOURCES,
  TOPIC_STATES,
  TOPIC_STEPS,
  type TopicCategory,
  type TopicCreate,
  type TopicDecline,
  type TopicInput,
  type TopicMerge,
  type TopicQuery,
  type TopicSensitivity,
  type TopicShortlist,
  type TopicSource,
  type TopicState,
  type TopicStep,
} from '@consult/shared';
import { PageQueryDto } from '../common/paging/page.dto.js';
import {
  ChoiceField,
  FlagField,
  IdField,
  IdsField,
  LineField,
  NestedField,
  NumberField,
  PhoneField,
  RegionField,
  TextField,
} from '../common/validation/fields.js';
import { MapPointDto } from '../common/validation/map-point.dto.js';

const L = TOPIC_LIMITS;

export class TopicInputDto implements TopicInput {
  @LineField({ min: L.titleMin, max: L.titleMax }) title: string;
  @TextField({ min: L.descriptionMin, max: L.descriptionMax }) description: string;
  @ChoiceField(TOPIC_CATEGORIES) category: TopicCategory;
  @RegionField('community') community: string;
  @LineField({ max: L.placeMax, optional: true }) place?: string;
  @NestedField(() => MapPointDto, { optional: true }) location?: MapPointDto;
  @TextField({ max: L.suggestionMax, optional: true }) suggestion?: string;
  @TextField({ max: L.triedMax, optional: true }) tried?: string;
  @LineField({ max: L.affectedMax, optional: true }) affected?: string;
  @FlagField() anonymous: boolean;
  @IdsField({ max: L.photosMax }) photos: string[];
}

export class TopicCreateDto extends TopicInputDto implements TopicCreate {
  @FlagField() submit: boolean;
}

export class RecordedTopicDto extends TopicInputDto implements RecordedTopic {
  @ChoiceField(TOPIC_SOURCES) source: TopicSource;
  @LineField({ min: L.onBehalfOfMin, max: L.onBehalfOfMax }) onBehalfOf: string;
  @PhoneField({ optional: true }) onBehalfPhone?: string;
}

export class TopicQueryDto extends PageQueryDto implements TopicQuery {
  @RegionField() region: string;
  @ChoiceField(TOPIC_STEPS, { optional: true }) step?: TopicStep;
  @ChoiceField(TOPIC_CATEGORIES, { optional: true }) category?: TopicCategory;
}

export class WorkTopicsQueryDto extends PageQueryDto {
  @RegionField() region: string;
  @ChoiceField(TOPIC_STATES.filter((state) => state !== 'draft')) state: TopicState;
}

export class MyTopicsQueryDto extends PageQueryDto {
  @ChoiceField(['raiser', 'cosigner']) as: 'raiser' | 'cosigner';
}

export class SimilarQueryDto {
  @RegionField('township') township: string;
  @LineField({ min: 2, max: L.titleMax }) title: string;
  @TextField({ max: L.descriptionMax, optional: true }) description?: string;
  @ChoiceField(TOPIC_CATEGORIES, { optional: true }) category?: TopicCategory;
  @RegionField('community', { optional: true }) community?: string;
  @NumberField({ min: -90, max: 90, whole: false, optional: true }) latitude?: number;
  @NumberField({ min: -180, max: 180, whole: false, optional: true }) longitude?: number;
  /** The topic itself, when a convener looks for its duplicates: what else it says is read from it. */
  @IdField({ optional: true }) except?: string;
}

export class TopicDeclineDto implements TopicDecline {
  @TextField({ min: REASON_LIMITS.min, max: REASON_LIMITS.max }) reason: string;
  @ChoiceField(REDIRECTS) redirect: Redirect;
  @TextField({ max: L.redirectNoteMax, optional: true }) redirectNote?: string;
}

export class TopicMergeDto implements TopicMerge {
  @IdField() into: string;
  @TextField({ max: REASON_LIMITS.max, optional: true }) reason?: string;
}

export class TopicShortlistDto implements TopicShortlist {
  @IdField() planId: string;
}

export class TopicSensitivityDto implements TopicSensitivity {
  @FlagField() sensitive: boolean;
  @TextField({ min: REASON_LIMITS.min, max: REASON_LIMITS.max }) reason: string;
}
