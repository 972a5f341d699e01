import { type GrantInput, NAME_LIMITS, type NewStaff, type PhoneQuery, ROLES, type Role } from '@consult/shared';
import { PageQueryDto } from '../common/paging/page.dto.js';
import { ChoiceField, IdField, LineField, PhoneField, RegionField } from '../common/validation/fields.js';

export class CountyPeopleQueryDto extends PageQueryDto {
  @RegionField('county') region: string;
  @LineField({ max: 20, optional: true }) q?: string;
  /** Only who holds it in the county. */
  @ChoiceField(ROLES, { optional: true }) role?: Role;
}

/** In a body, not in an address: what is asked for is written down nowhere. */
export class PhoneQueryDto implements PhoneQuery {
  @RegionField('county') region: string;
  @PhoneField() phone: string;
}

export class GrantDto implements GrantInput {
  @ChoiceField(ROLES) role: Role;
  @RegionField() region: string;
  @IdField({ optional: true }) departmentId?: string;
}

export class NewStaffDto extends GrantDto implements NewStaff {
  @LineField(NAME_LIMITS) name: string;
  @PhoneField() phone: string;
}

export class StaffEventsQueryDto extends PageQueryDto {
  @RegionField('county') region: string;
}
