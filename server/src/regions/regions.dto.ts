import {
  DEFAULT_DEADLINES,
  type DeadlineKey,
  type Features,
  FILING_NUMBER_MAX,
  type OwnSettings,
  type Span,
  type Thresholds,
  thresholdLimits,
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

const ThresholdField = (key: keyof Thresholds) => NumberField({ ...thresholdLimits(key), optional: true });

export class ThresholdsDto implements Partial<Thresholds> {
  @ThresholdField('sessionNoticeDays') sessionNoticeDays?: number;
  @ThresholdField('sessionMaterialDays') sessionMaterialDays?: number;
  @ThresholdField('planNoticeDays') planNoticeDays?: number;
  @ThresholdField('publicCommentDays') publicCommentDays?: number;
  @ThresholdField('researchDays') researchDays?: number;
  @ThresholdField('satisfaction') satisfaction?: number;
  @ThresholdField('minimumRatings') minimumRatings?: number;
  @ThresholdField('sampleSize') sampleSize?: number;
  @ThresholdField('opinionPeople') opinionPeople?: number;
  @ThresholdField('opinionVotes') opinionVotes?: number;
  @ThresholdField('dueSoonDays') dueSoonDays?: number;
  @ThresholdField('stalledDays') stalledDays?: number;
  @ThresholdField('leaderTopics') leaderTopics?: number;
  @ThresholdField('escalationDays') escalationDays?: number;
  @ThresholdField('escalationCountyDays') escalationCountyDays?: number;
  @ThresholdField('todoEscalationDays') todoEscalationDays?: number;
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
