import {
  type FigurePromisesQuery,
  type FigureQuery,
  type FigureSessionsQuery,
  type FigureStaysQuery,
  type FigureTopicsQuery,
  FUNNEL_GROUPS,
  type FunnelGroup,
  MILESTONES,
  type Milestone,
  OPEN_LIGHTS,
  type OpenLight,
  PAGE_LIMIT_DEFAULT,
  PAGE_LIMIT_MAX,
  PERIOD_PATTERN,
  PROMISE_STANDINGS,
  type PromiseStanding,
  REPLY_CLASSES,
  type ReplyClass,
  STAY_DAYS_MAX,
  STAY_STATES,
  TOPIC_CATEGORIES,
  TOPIC_FATES,
  TOPIC_SOURCES,
  type TopicCategory,
  type TopicFate,
  type TopicSource,
  type TopicState,
} from '@consult/shared';
import { ChoiceField, FlagField, FormField, LineField, NumberField, RegionField } from '../common/validation/fields.js';

export class FigureQueryDto implements FigureQuery {
  @RegionField() region: string;
  @FormField((text) => PERIOD_PATTERN.test(text), { optional: true, example: '2026' }) period?: string;
}

class FigurePageDto extends FigureQueryDto {
  @LineField({ max: 64, optional: true }) after?: string;
  @NumberField({ min: 1, max: PAGE_LIMIT_MAX, optional: true }) limit: number = PAGE_LIMIT_DEFAULT;
}

export class FigureTopicsQueryDto extends FigurePageDto implements FigureTopicsQuery {
  @ChoiceField(TOPIC_FATES, { optional: true }) fate?: TopicFate;
  @ChoiceField(FUNNEL_GROUPS, { optional: true }) group?: FunnelGroup;
  @ChoiceField(MILESTONES, { optional: true }) milestone?: Milestone;
  @ChoiceField(TOPIC_SOURCES, { optional: true }) source?: TopicSource;
  @ChoiceField(TOPIC_CATEGORIES, { optional: true }) category?: TopicCategory;
}

export class FigurePromisesQueryDto extends FigurePageDto implements FigurePromisesQuery {
  @ChoiceField(PROMISE_STANDINGS, { optional: true }) standing?: PromiseStanding;
  @ChoiceField(REPLY_CLASSES, { optional: true }) replyClass?: ReplyClass;
  @ChoiceField(OPEN_LIGHTS, { optional: true }) light?: OpenLight;
  @FlagField({ optional: true }) overdue?: boolean;
  @FlagField({ optional: true }) evaluated?: boolean;
}

export class FigureStaysQueryDto extends FigurePageDto implements FigureStaysQuery {
  @ChoiceField(STAY_STATES) state: TopicState;
  @NumberField({ min: 0, max: STAY_DAYS_MAX, optional: true }) longerThan?: number;
}

export class FigureSessionsQueryDto extends FigurePageDto implements FigureSessionsQuery {}
