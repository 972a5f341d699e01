import { ROLES, type Role } from '@consult/shared';
import { PageQueryDto } from '../common/paging/page.dto.js';
import { ChoiceField, LineField, RegionField } from '../common/validation/fields.js';

export class PeopleQueryDto extends PageQueryDto {
  /** Township code. */
  @RegionField('township') region: string;
  @LineField({ max: 20, optional: true }) q?: string;
  /** Only who holds it there. */
  @ChoiceField(ROLES, { optional: true }) role?: Role;
}
