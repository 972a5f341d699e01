import {
  DEADLINE_LABELS,
  type DeadlineKey,
  type Features,
  type OwnSettings,
  SETTINGS_LIMITS,
  type Span,
  saySpanLimits,
  sayTextLimits,
  sayThresholdLimits,
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

const ThresholdField = (key: keyof Thresholds) =>
  NumberField({ ...thresholdLimits(key), optional: true, says: sayThresholdLimits(key) });

const SPANS = Object.fromEntries(
  (Object.keys(DEADLINE_LABELS) as DeadlineKey[]).map((key) => [key, saySpanLimits(key)]),
);

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
  @LineField({ ...SETTINGS_LIMITS.brandName, optional: true, says: sayTextLimits('brandName') }) brandName?: string;
  @LineField({ ...SETTINGS_LIMITS.filingNumber, optional: true, says: sayTextLimits('filingNumber') })
  filingNumber?: string;
  @SpansField(SPANS) deadlines?: Partial<Record<DeadlineKey, Span>>;
  @NestedField(() => ThresholdsDto, { optional: true }) thresholds?: ThresholdsDto;
  @NestedField(() => FeaturesDto, { optional: true }) features?: FeaturesDto;
}
