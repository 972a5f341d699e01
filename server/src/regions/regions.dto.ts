import {
  DEFAULT_DEADLINES,
  type DeadlineKey,
  type Features,
  FILING_NUMBER_MAX,
  type OwnSettings,
  type Span,
  type Thresholds,
} from '@consult/shared';
import {
  FlagField,
  LineField,
  NestedField,
  NumberField,
  RegionField,
  SpansField,
} from '../common/validation/fields.js';

export class RegionParamDto {
  @RegionField() code: string;
}

export class RegionQueryDto {
  @RegionField() region: string;
}

export class ThresholdsDto implements Partial<Thresholds> {
  @NumberField({ min: 0, max: 60, optional: true }) sessionNoticeDays?: number;
  @NumberField({ min: 0, max: 60, optional: true }) sessionMaterialDays?: number;
  @NumberField({ min: 0, max: 60, optional: true }) planNoticeDays?: number;
  @NumberField({ min: 0, max: 60, optional: true }) publicCommentDays?: number;
  @NumberField({ min: 0, max: 60, optional: true }) researchDays?: number;
  @NumberField({ min: 0, max: 1, whole: false, optional: true }) satisfaction?: number;
  @NumberField({ min: 5, max: 100, optional: true }) minimumRatings?: number;
  @NumberField({ min: 0, max: 100, optional: true }) sampleSize?: number;
  @NumberField({ min: 5, max: 500, optional: true }) opinionPeople?: number;
  @NumberField({ min: 1, max: 20, optional: true }) opinionVotes?: number;
  @NumberField({ min: 0, max: 30, optional: true }) dueSoonDays?: number;
  @NumberField({ min: 7, max: 365, optional: true }) stalledDays?: number;
  @NumberField({ min: 0, max: 50, optional: true }) leaderTopics?: number;
  @NumberField({ min: 1, max: 60, optional: true }) escalationDays?: number;
  @NumberField({ min: 1, max: 120, optional: true }) escalationCountyDays?: number;
  @NumberField({ min: 1, max: 120, optional: true }) todoEscalationDays?: number;
}

export class FeaturesDto implements Partial<Features> {
  @FlagField({ optional: true }) microConsultation?: boolean;
  @FlagField({ optional: true }) anonymousDisplay?: boolean;
  @FlagField({ optional: true }) redHead?: boolean;
}

/** Replaces what the region sets itself; what is left out falls back. */
export class OwnSettingsDto implements OwnSettings {
  @LineField({ min: 2, max: 12, optional: true }) brandName?: string;
  @LineField({ min: 4, max: FILING_NUMBER_MAX, optional: true }) filingNumber?: string;
  @SpansField(Object.keys(DEFAULT_DEADLINES)) deadlines?: Partial<Record<DeadlineKey, Span>>;
  @NestedField(() => ThresholdsDto, { optional: true }) thresholds?: ThresholdsDto;
  @NestedField(() => FeaturesDto, { optional: true }) features?: FeaturesDto;
}
