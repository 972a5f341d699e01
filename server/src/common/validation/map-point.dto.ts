import type { MapPoint } from '@consult/shared';
import { NumberField } from './fields.js';

/** A point within China, in gcj02. */
export class MapPointDto implements MapPoint {
  @NumberField({ min: 3, max: 54, whole: false }) latitude: number;
  @NumberField({ min: 73, max: 136, whole: false }) longitude: number;
}
