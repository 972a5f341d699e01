import {
  MINUTES_LIMITS,
  OUTCOME_LIMITS,
  type OutcomeInput,
  type OutcomeInstruct,
  type OutcomeQuery,
  type OutcomeSend,
} from '@consult/shared';
import { PageQueryDto } from '../common/paging/page.dto.js';
import {
  LineField,
  LinesField,
  NestedListField,
  RegionField,
  RevisionField,
  TextField,
} from '../common/validation/fields.js';
import { AgreedTaskDto } from '../minutes/minutes.dto.js';

const L = OUTCOME_LIMITS;

export class OutcomeInputDto implements Omit<OutcomeInput, 'tasks'> {
  @TextField({ min: L.summaryMin, max: L.summaryMax }) summary: string;
  @LinesField({ max: L.suggestionsMax, each: L.suggestionMax }) suggestions: string[];
  @NestedListField(() => AgreedTaskDto, { max: MINUTES_LIMITS.tasksMax }) tasks: AgreedTaskDto[];
  @LinesField({ max: L.recipientsMax, each: L.recipientMax, optional: true }) recipients?: string[];
  @RevisionField() revision: number;
}

export class OutcomeSendDto implements OutcomeSend {
  @LineField({ max: L.documentNumberMax, optional: true }) documentNumber?: string;
}

export class OutcomeInstructDto implements OutcomeInstruct {
  @LineField({ max: L.instructorMax }) instructor: string;
  @TextField({ max: L.instructionMax }) instruction: string;
}

export class OutcomeQueryDto extends PageQueryDto implements OutcomeQuery {
  @RegionField() region: string;
}
