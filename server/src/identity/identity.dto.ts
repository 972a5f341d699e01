import type { SignIn } from '@consult/shared';
import { ChoiceField, LineField } from '../common/validation/fields.js';

export class SignInDto implements SignIn {
  @ChoiceField(['demo']) provider: 'demo';
  @LineField({ max: 64 }) credential: string;
}
