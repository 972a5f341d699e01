import { DEVICE_MAX, type Refresh, type SignIn } from '@consult/shared';
import { ChoiceField, LineField } from '../common/validation/fields.js';

export class SignInDto implements SignIn {
  @ChoiceField(['demo', 'wechat']) provider: 'demo' | 'wechat';
  @LineField({ max: 128 }) credential: string;
  @LineField({ max: DEVICE_MAX, optional: true }) device?: string;
}

export class RefreshDto implements Refresh {
  @LineField({ max: 128 }) refreshToken: string;
}
