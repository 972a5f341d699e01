import { isAppPage, isAppQuery, LINK_SHORT, type NewLink } from '@consult/shared';
import { FormField, MomentField } from '../common/validation/fields.js';

export class NewLinkDto implements NewLink {
  @FormField(isAppPage, { example: 'packages/topics/detail/index' }) page: string;
  @FormField(isAppQuery, { example: 'id=01ARZ3NDEKTSV4RRFFQ69G5FAV', optional: true }) query?: string;
  @MomentField({ optional: true }) expiresAt?: number;
}

export class ShortParamDto {
  @FormField((short) => LINK_SHORT.test(short), { example: 'Ab_-56789012' }) short: string;
}
