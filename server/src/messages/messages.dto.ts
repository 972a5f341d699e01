import { SUBSCRIBE_RESULTS, type SubscribeResult, type SubscriptionReport, TEMPLATE_KEYS } from '@consult/shared';
import { ChoiceField, LineField, NestedListField } from '../common/validation/fields.js';

export class SubscriptionResultDto {
  @LineField({ max: 64 }) templateId: string;
  @ChoiceField(SUBSCRIBE_RESULTS) result: SubscribeResult;
}

export class SubscriptionReportDto implements SubscriptionReport {
  @NestedListField(() => SubscriptionResultDto, { min: 1, max: TEMPLATE_KEYS.length })
  results: SubscriptionResultDto[];
}
