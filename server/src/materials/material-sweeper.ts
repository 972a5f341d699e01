import { MATERIAL_LIMITS } from '@consult/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LooseFiles } from '../attachments/loose-files.js';
import { SessionMaterialEntity } from './material.entity.js';
import { materialKey } from './material-files.js';

/** Deletes the papers that have belonged to no session for a day. */
@Injectable()
export class MaterialSweeper implements OnModuleInit {
  constructor(private readonly loose: LooseFiles) {}

  onModuleInit(): void {
    this.loose.sweepDaily({
      name: 'sweep-loose-materials',
      entity: SessionMaterialEntity,
      looseMs: MATERIAL_LIMITS.looseMs,
      keysOf: (id) => [materialKey(id)],
    });
  }
}
