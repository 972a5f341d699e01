import { type ProgrammeItem, programmeItem } from '@consult/shared';
import { CodedError } from '../common/errors/coded-error.js';

/** @throws LIVE.UNKNOWN_ITEM when the id is of no item of the programme, at any depth */
export function checkItem(programme: readonly ProgrammeItem[], itemId: string): void {
  if (programmeItem(programme, itemId) === undefined) throw new CodedError('LIVE.UNKNOWN_ITEM');
}
