import {
  MATERIAL_AUDIENCES,
  MATERIAL_LIMITS,
  type MaterialAudience,
  type MaterialInput,
  PROGRAMME_ID_PATTERN,
} from '@consult/shared';
import { IdParamDto } from '../common/validation/common.dto.js';
import { ChoiceField, FormField, IdField, LineField, TextField } from '../common/validation/fields.js';

export class MaterialInputDto implements MaterialInput {
  @LineField({ max: MATERIAL_LIMITS.titleMax }) title: string;
  @ChoiceField(MATERIAL_AUDIENCES) audience: MaterialAudience;
  @FormField((id) => PROGRAMME_ID_PATTERN.test(id), { example: 'item-1', optional: true }) itemId?: string;
  @IdField({ optional: true }) fileId?: string;
  @TextField({ max: MATERIAL_LIMITS.textMax, optional: true }) text?: string;
}

export class MaterialParamDto extends IdParamDto {
  @IdField() materialId: string;
}

export class MaterialQueryDto {
  @LineField({ max: 64, optional: true }) key?: string;
}
