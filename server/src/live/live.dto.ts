import {
  LIVE_LIMITS,
  type LiveFloorInput,
  type LiveHandDownInput,
  type LiveItemInput,
  type LiveMoreTimeInput,
  type LiveNoticeInput,
  type LivePointInput,
  type LivePollInput,
  type LiveQueueInput,
  type LiveRoomHandsInput,
  type LiveTakeInput,
  type LiveVoteInput,
  SESSION_LIMITS,
} from '@consult/shared';
import { IdParamDto } from '../common/validation/common.dto.js';
import {
  FlagField,
  IdField,
  IdsField,
  LineField,
  LinesField,
  NumberField,
  NumbersField,
  TextField,
} from '../common/validation/fields.js';

const L = LIVE_LIMITS;
/** Ids of the programme's items are made by whoever writes it. */
const ITEM_ID_MAX = 36;

export class LiveItemDto implements LiveItemInput {
  @LineField({ max: ITEM_ID_MAX, optional: true }) itemId: string | null = null;
}

export class LiveHandDownDto implements LiveHandDownInput {
  @IdField({ optional: true }) participantId?: string;
}

export class LiveFloorDto implements LiveFloorInput {
  @IdField({ optional: true }) participantId: string | null = null;
  @NumberField({ min: L.secondsMin, max: L.secondsMax, optional: true }) seconds?: number | null;
}

export class LiveMoreTimeDto implements LiveMoreTimeInput {
  @NumberField({ min: L.secondsMin, max: L.secondsMax }) seconds: number;
}

export class LiveQueueDto implements LiveQueueInput {
  @IdsField({ min: 1, max: SESSION_LIMITS.seatsMax }) order: string[];
  @LineField({ max: L.reasonMax, optional: true }) reason?: string;
}

export class LivePollDto implements LivePollInput {
  @LineField({ min: 2, max: L.questionMax }) question: string;
  @LinesField({ min: L.optionsMin, max: L.optionsMax, each: L.optionMax, optional: true }) options?: string[];
}

export class LiveVoteDto implements LiveVoteInput {
  @NumberField({ min: 0, max: L.optionsMax - 1 }) option: number;
}

export class LiveRoomHandsDto implements LiveRoomHandsInput {
  @NumbersField({ min: L.optionsMin, max: L.optionsMax, each: { min: 0, max: SESSION_LIMITS.seatsMax } })
  counts: number[];
}

export class LivePointDto implements LivePointInput {
  @TextField({ min: 1, max: L.pointMax }) text: string;
  @LineField({ max: ITEM_ID_MAX, optional: true }) itemId?: string | null;
  @FlagField({ optional: true }) isTask?: boolean;
}

export class LiveTakeDto implements LiveTakeInput {
  @FlagField() taken: boolean;
}

export class LiveNoticeDto implements LiveNoticeInput {
  @LineField({ min: 1, max: L.noticeMax }) text: string;
}

export class LivePollParamDto extends IdParamDto {
  @IdField() pollId: string;
}

export class LivePointParamDto extends IdParamDto {
  @IdField() pointId: string;
}
