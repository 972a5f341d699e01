import { OPEN_KEY_LIMITS, type OpenKeyInput } from '@consult/shared';
import { PageQueryDto } from '../../common/paging/page.dto.js';
import { LineField, MomentField, RegionField } from '../../common/validation/fields.js';

export class OpenKeysQueryDto extends PageQueryDto {
  @RegionField('county') region: string;
}

export class OpenKeyDto implements OpenKeyInput {
  @RegionField('county') region: string;
  @LineField({ min: 1, max: OPEN_KEY_LIMITS.holderMax }) holder: string;
  @LineField({ min: 1, max: OPEN_KEY_LIMITS.purposeMax }) purpose: string;
  @MomentField({ optional: true }) lastDay?: number;
}
