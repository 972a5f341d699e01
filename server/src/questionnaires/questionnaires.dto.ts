import {
  QUESTION_KINDS,
  QUESTIONNAIRE_LIMITS,
  type Question,
  type QuestionKind,
  type QuestionnaireEdit,
  type QuestionnaireInput,
  type SheetAnswer,
  type SheetInput,
} from '@consult/shared';
import { IdParamDto } from '../common/validation/common.dto.js';
import {
  ChoiceField,
  FlagField,
  FormField,
  LineField,
  LinesField,
  MomentField,
  NestedListField,
  RevisionField,
  TextField,
} from '../common/validation/fields.js';

const L = QUESTIONNAIRE_LIMITS;
const QUESTION_ID = new RegExp(`^[\\w-]{1,${L.questionIdMax}}$`);
const QuestionIdField = () => FormField((text) => QUESTION_ID.test(text), { example: 'q1' });

export class QuestionDto implements Question {
  @QuestionIdField() id: string;
  @ChoiceField(QUESTION_KINDS) kind: QuestionKind;
  @LineField({ max: L.questionMax }) title: string;
  @FlagField() required: boolean;
  @LinesField({ max: L.optionsMax, each: L.optionMax }) options: string[];
}

export class QuestionnaireInputDto implements QuestionnaireInput {
  @LineField({ min: L.titleMin, max: L.titleMax }) title: string;
  @TextField({ min: 0, max: L.introMax }) intro: string;
  @FlagField() anonymous: boolean;
  @MomentField() closesAt: number;
  @NestedListField(() => QuestionDto, { min: 1, max: L.questionsMax }) questions: QuestionDto[];
}

export class QuestionnaireEditDto extends QuestionnaireInputDto implements QuestionnaireEdit {
  @RevisionField() revision: number;
}

export class SheetAnswerDto implements SheetAnswer {
  @QuestionIdField() questionId: string;
  @LinesField({ max: L.optionsMax, each: L.textMax }) values: string[];
}

export class SheetInputDto implements SheetInput {
  @NestedListField(() => SheetAnswerDto, { max: L.questionsMax }) answers: SheetAnswerDto[];
}

export class QuestionParamDto extends IdParamDto {
  @QuestionIdField() questionId: string;
}
