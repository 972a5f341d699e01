import {
  AGE_BANDS,
  type AgeBand,
  CONSENT_DOCUMENTS,
  type ConsentDocument,
  type ConsentInput,
  type MyPhone,
  type MyProfile,
  type MyTold,
  type MyTownship,
  NAME_LIMITS,
  type PhoneRevealInput,
  REVEAL_REASON_LIMITS,
  TOPIC_CATEGORIES,
  type TopicCategory,
} from '@consult/shared';
import { PageQueryDto } from '../common/paging/page.dto.js';
import { ChoiceField, ChoicesField, FlagField, IdField, LineField, RegionField } from '../common/validation/fields.js';

export class MyProfileDto implements MyProfile {
  @LineField({ ...NAME_LIMITS, optional: true }) name?: string;
  @IdField({ optional: true }) avatar?: string | null;
}

export class MyTownshipDto implements MyTownship {
  @RegionField('township') township: string;
}

export class MyToldDto implements MyTold {
  @ChoiceField(AGE_BANDS, { optional: true }) ageBand: AgeBand | null;
  @RegionField('community', { optional: true }) community: string | null;
  @ChoicesField(TOPIC_CATEGORIES) interests: TopicCategory[];
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
  /** Also the photos of the topics that they raised. */
  @FlagField({ optional: true }) photos?: boolean;
}

export class PhoneRevealDto implements PhoneRevealInput {
  @LineField(REVEAL_REASON_LIMITS) reason: string;
}

export class PhoneRevealsQueryDto extends PageQueryDto {
  @RegionField('county') region: string;
}
