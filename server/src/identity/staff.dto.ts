import {
  DEVICE_MAX,
  PASSWORD_LIMITS,
  type StaffAccountInput,
  type StaffPasswordInput,
  type StaffSetupInput,
  type StaffSignIn,
  USERNAME_LIMITS,
  USERNAME_PATTERN,
} from '@consult/shared';
import { applyDecorators } from '@nestjs/common';
import { Matches } from 'class-validator';
import { NewStaffDto } from '../appointments/appointments.dto.js';
import { PageQueryDto } from '../common/paging/page.dto.js';
import { IdField, LineField, NestedField, PhoneField, RegionField, SecretField } from '../common/validation/fields.js';

const CODE = /^\d{6}$/;

const CodeField = (options: { optional?: boolean } = {}) =>
  applyDecorators(LineField({ max: 6, ...options }), Matches(CODE, { message: '请输入 6 位数字' }));

export class StaffSignInDto implements StaffSignIn {
  @LineField({ max: USERNAME_LIMITS.max }) username: string;
  @SecretField({ max: PASSWORD_LIMITS.max }) password: string;
  @CodeField({ optional: true }) code?: string;
  @LineField({ max: DEVICE_MAX, optional: true }) device?: string;
}

export class StaffSetupDto implements StaffSetupInput {
  @LineField({ max: 500 }) ticket: string;
  @SecretField({ max: PASSWORD_LIMITS.max }) password: string;
  @CodeField() code: string;
  @LineField({ max: DEVICE_MAX, optional: true }) device?: string;
}

export class StaffPasswordDto implements StaffPasswordInput {
  @SecretField({ max: PASSWORD_LIMITS.max }) current: string;
  @SecretField({ max: PASSWORD_LIMITS.max }) password: string;
}

export class StaffAccountDto implements StaffAccountInput {
  @IdField({ optional: true }) personId?: string;
  @NestedField(() => NewStaffDto, { optional: true }) person?: NewStaffDto;
  @LineField({ max: USERNAME_LIMITS.max })
  @Matches(USERNAME_PATTERN, { message: '用户名用小写字母开头，3 到 32 位小写字母、数字、点或短横' })
  username: string;
  @PhoneField({ optional: true }) phone?: string;
}

export class StaffAccountsQueryDto extends PageQueryDto {
  @RegionField('county') region: string;
}
