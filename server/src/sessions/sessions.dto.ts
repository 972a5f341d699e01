import {
  CLASH_LIMITS,
  GUEST_LIMITS,
  INVITE_ORIGINS,
  type InviteOrigin,
  isDialIn,
  PARTICIPANT_CATEGORIES,
  type ParticipantCategory,
  REASON_LIMITS,
  RECOMMENDED_BY_MAX,
  SESSION_FORMATS,
  SESSION_LIMITS,
  type SessionArrangement,
  type SessionCheckIn,
  type SessionClashQuery,
  type SessionEdit,
  type SessionFormat,
  type SessionGuest,
  type SessionInput,
  type SessionInvite,
  type SessionQuery,
  type SessionRearrange,
  type SessionRoll,
  type SessionSignUp,
} from '@consult/shared';
import { ID_PATTERN } from '../common/ids.js';
import { PageQueryDto } from '../common/paging/page.dto.js';
import { IdParamDto } from '../common/validation/common.dto.js';
import {
  ChoiceField,
  FlagField,
  FormField,
  IdField,
  IdsField,
  LineField,
  LinesField,
  MomentField,
  NestedField,
  NumberField,
  RegionField,
  RevisionField,
  TextField,
} from '../common/validation/fields.js';
import { MapPointDto } from '../common/validation/map-point.dto.js';
import { ProgrammeField, ProgrammeItemDto } from './programme.dto.js';

const L = SESSION_LIMITS;
const G = GUEST_LIMITS;
/** ms since 1970; what a query says is text. */
const MOMENTS = { min: 0, max: Date.UTC(2100, 0, 1) };
const TIMES = ['upcoming', 'past'] as const;

class SessionArrangementDto implements SessionArrangement {
  @LineField({ max: L.placeMax }) place: string;
  @NestedField(() => MapPointDto, { optional: true }) location?: MapPointDto;
  @LineField({ max: L.meetingNumberMax, optional: true }) meetingNumber?: string;
  @FormField(isDialIn, { optional: true, example: '010-8888 1234,,318204567#' }) dialIn?: string;
  @IdField() chairId: string;
  @IdField() recorderId: string;
}

export class SessionInputDto extends SessionArrangementDto implements SessionInput {
  @LineField({ min: L.titleMin, max: L.titleMax }) title: string;
  @IdsField({ min: 1, max: L.topicsMax }) topicIds: string[];
  @ChoiceField(SESSION_FORMATS) format: SessionFormat;
  @MomentField() startsAt: number;
  @MomentField() endsAt: number;
  @LinesField({ min: 1, max: L.questionsMax, each: L.questionMax }) questions: string[];
  @ProgrammeField() programme: ProgrammeItemDto[];
  @NumberField({ min: L.seatsMin, max: L.seatsMax }) seats: number;
  @IdsField({ min: 1, max: L.signatoriesMax }) signatoryIds: string[];
}

export class SessionEditDto extends SessionInputDto implements SessionEdit {
  @RevisionField() revision: number;
}

export class SessionRearrangeDto extends SessionArrangementDto implements SessionRearrange {
  @TextField({ min: REASON_LIMITS.min, max: REASON_LIMITS.max }) reason: string;
  @RevisionField() revision: number;
}

export class SessionQueryDto extends PageQueryDto implements SessionQuery {
  @RegionField() region: string;
  @ChoiceField(TIMES, { optional: true }) when?: (typeof TIMES)[number];
}

export class WorkSessionsQueryDto extends PageQueryDto {
  @RegionField() region: string;
}

const isListOfIds = (text: string) => {
  const ids = text.split(',');
  return ids.length <= CLASH_LIMITS.people && ids.every((id) => ID_PATTERN.test(id));
};

export class SessionClashQueryDto implements SessionClashQuery {
  @NumberField(MOMENTS) startsAt: number;
  @NumberField(MOMENTS) endsAt: number;
  @RegionField('township') township: string;
  @LineField({ max: L.placeMax, optional: true }) place?: string;
  @FormField(isListOfIds, { optional: true, example: '01HZX5J2YV3Q8R6T4W7N9K1M0B,01HZX5J2YV3Q8R6T4W7N9K1M0C' })
  people?: string;
  @IdField({ optional: true }) except?: string;
}

export class SessionInviteDto implements SessionInvite {
  @IdField() personId: string;
  @ChoiceField(PARTICIPANT_CATEGORIES) category: ParticipantCategory;
  @ChoiceField(INVITE_ORIGINS, { optional: true }) origin?: InviteOrigin;
  @LineField({ max: RECOMMENDED_BY_MAX, optional: true }) recommendedBy?: string;
}

export class SessionGuestDto implements SessionGuest {
  @LineField({ min: G.nameMin, max: G.nameMax }) name: string;
  @LineField({ max: G.unitMax, optional: true }) unit?: string;
  @ChoiceField(PARTICIPANT_CATEGORIES) category: ParticipantCategory;
  @ChoiceField(INVITE_ORIGINS, { optional: true }) origin?: InviteOrigin;
  @LineField({ max: RECOMMENDED_BY_MAX, optional: true }) recommendedBy?: string;
}

export class SessionSignUpDto implements SessionSignUp {
  @ChoiceField(PARTICIPANT_CATEGORIES) category: ParticipantCategory;
}

export class SessionRollDto implements SessionRoll {
  @IdField() participantId: string;
  @FlagField() present: boolean;
}

export class SessionCheckInDto implements SessionCheckIn {
  @LineField({ max: 64 }) token: string;
}

export class ParticipantParamDto extends IdParamDto {
  @IdField() participantId: string;
}
