import {
  CONSENT_DOCUMENTS,
  type ConsentDocument,
  type ConsentInput,
  type MyName,
  type MyPhone,
  type MyTownship,
  NAME_LIMITS,
  type PhoneRevealInput,
  REVEAL_REASON_LIMITS,
} from '@consult/shared';
import { PageQueryDto } from '../common/paging/page.dto.js';
import { ChoiceField, LineField, RegionField } from '../common/validation/fields.js';

export class MyNameDto implements MyName {
  @LineField(NAME_LIMITS) name: string;
}

export class MyTownshipDto implements MyTownship {
  @RegionField('township') township: string;
}

export class MyPhoneDto implements MyPhone {
  @LineField({ max: 128 }) code: string;
}

export class ConsentDto implements ConsentInput {
  @ChoiceField(CONSENT_DOCUMENTS) document: ConsentDocument;
  @LineField({ max: 16 }) version: string;
}

export class ConsentParamDto {
  @ChoiceField(CONSENT_DOCUMENTS) document: ConsentDocument;
}

export class DeleteAccountDto {
  /** 注销 */
  @LineField({ max: 10, optional: true }) confirm?: string;
}

export class PhoneRevealDto implements PhoneRevealInput {
  @LineField(REVEAL_REASON_LIMITS) reason: string;
}

export class PhoneRevealsQueryDto extends PageQueryDto {
  @RegionField('county') region: string;
}
