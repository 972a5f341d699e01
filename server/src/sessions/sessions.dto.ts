import {
  INVITE_ORIGINS,
  type InviteOrigin,
  PARTICIPANT_CATEGORIES,
  type ParticipantCategory,
  SESSION_FORMATS,
  SESSION_LIMITS,
  type SessionCheckIn,
  type SessionEdit,
  type SessionFormat,
  type SessionInput,
  type SessionInvite,
  type SessionQuery,
  type SessionRoll,
  type SessionSignUp,
} from '@consult/shared';
import { PageQueryDto } from '../common/paging/page.dto.js';
import { IdParamDto } from '../common/validation/common.dto.js';
import {
  ChoiceField,
  FlagField,
  IdField,
  IdsField,
  LineField,
  LinesField,
  MomentField,
  NestedField,
  NumberField,
  RegionField,
  RevisionField,
} from '../common/validation/fields.js';
import { MapPointDto } from '../common/validation/map-point.dto.js';
import { ProgrammeField, ProgrammeItemDto } from './programme.dto.js';

const L = SESSION_LIMITS;
const TIMES = ['upcoming', 'past'] as const;

export class SessionInputDto implements SessionInput {
  @LineField({ min: L.titleMin, max: L.titleMax }) title: string;
  @IdsField({ min: 1, max: L.topicsMax }) topicIds: string[];
  @ChoiceField(SESSION_FORMATS) format: SessionFormat;
  @MomentField() startsAt: number;
  @MomentField() endsAt: number;
  @LineField({ max: L.placeMax }) place: string;
  @NestedField(() => MapPointDto, { optional: true }) location?: MapPointDto;
  @LineField({ max: L.meetingNumberMax, optional: true }) meetingNumber?: string;
  @LinesField({ min: 1, max: L.questionsMax, each: L.questionMax }) questions: string[];
  @ProgrammeField() programme: ProgrammeItemDto[];
  @NumberField({ min: L.seatsMin, max: L.seatsMax }) seats: number;
  @IdField() chairId: string;
  @IdField() recorderId: string;
  @IdsField({ min: 1, max: L.signatoriesMax }) signatoryIds: string[];
}

export class SessionEditDto extends SessionInputDto implements SessionEdit {
  @RevisionField() revision: number;
}

export class SessionQueryDto extends PageQueryDto implements SessionQuery {
  @RegionField() region: string;
  @ChoiceField(TIMES, { optional: true }) when?: (typeof TIMES)[number];
}

export class WorkSessionsQueryDto extends PageQueryDto {
  @RegionField() region: string;
}

export class SessionInviteDto implements SessionInvite {
  @IdField() personId: string;
  @ChoiceField(PARTICIPANT_CATEGORIES) category: ParticipantCategory;
  @ChoiceField(INVITE_ORIGINS, { optional: true }) origin?: InviteOrigin;
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
