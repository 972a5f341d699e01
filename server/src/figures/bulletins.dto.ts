import { BULLETIN_LIMITS, type BulletinOpening, MONTH_PATTERN } from '@consult/shared';
import { FormField, RegionField, RevisionField, TextField } from '../common/validation/fields.js';

/** Which bulletin, in a route's path. */
export class BulletinPlaceDto {
  @RegionField('county') county: string;
  @FormField((text) => MONTH_PATTERN.test(text), { example: '2026-06' }) month: string;
}

export class BulletinOpeningDto implements BulletinOpening {
  /** Left out: nothing stands before it. */
  @TextField({ max: BULLETIN_LIMITS.openingMax, optional: true }) opening = '';
  @RevisionField() revision: number;
}
