import { DEVICE_MAX, type QrClaim, type Refresh, type SignIn } from '@consult/shared';
import { ChoiceField, LineField } from '../common/validation/fields.js';

export class SignInDto implements SignIn {
  @ChoiceField(['demo', 'wechat']) provider: 'demo' | 'wechat';
  @LineField({ max: 128 }) credential: string;
  @LineField({ max: DEVICE_MAX, optional: true }) device?: string;
}

export class RefreshDto implements Refresh {
  @LineField({ max: 128 }) refreshToken: string;
}

export class QrSecretDto implements QrClaim {
  @LineField({ max: 64 }) secret: string;
}

export class QrSceneDto {
  @LineField({ max: 32 }) scene: string;
}
