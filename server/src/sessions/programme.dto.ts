import { PROGRAMME_ID_PATTERN, PROGRAMME_LIMITS, type ProgrammeItem, programmeRows } from '@consult/shared';
import { applyDecorators } from '@nestjs/common';
import { ValidateBy } from 'class-validator';
import { FormField, LineField, NestedListField, NumberField } from '../common/validation/fields.js';

const L = PROGRAMME_LIMITS;

const ProgrammeIdField = () => FormField((id) => PROGRAMME_ID_PATTERN.test(id), { example: 'item-1' });
const MinutesField = () => NumberField({ min: L.minutesMin, max: L.minutesMax, optional: true });

/** There is no third level. */
class NoItemDto {}

class ProgrammePartDto implements ProgrammeItem {
  @ProgrammeIdField() id: string;
  @LineField({ max: L.titleMax }) title: string;
  @MinutesField() minutes: number | null = null;
  @NestedListField(() => NoItemDto, { max: 0 }) items: never[];
}

export class ProgrammeItemDto implements ProgrammeItem {
  @ProgrammeIdField() id: string;
  @LineField({ max: L.titleMax }) title: string;
  @MinutesField() minutes: number | null = null;
  @NestedListField(() => ProgrammePartDto, { max: L.partsMax }) items: ProgrammePartDto[];
}

/** A whole programme, each id in it once. */
export const ProgrammeField = () =>
  applyDecorators(
    NestedListField(() => ProgrammeItemDto, { min: 1, max: L.itemsMax }),
    ValidateBy({
      name: 'programmeIds',
      validator: { validate: (value: unknown) => hasOwnIds(value), defaultMessage: () => '议程有重复，请重新填写' },
    }),
  );

/** Whether no id comes twice; what is no programme at all is for the other checks. */
function hasOwnIds(value: unknown): boolean {
  if (!Array.isArray(value) || !value.every((item) => Array.isArray(item?.items))) return true;
  const ids = programmeRows(value).map(({ item }) => item?.id);
  return new Set(ids).size === ids.length;
}
