import { type Grant, ROLE_LABELS, roleMessage } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { MessageWriter } from '../messages/message-writer.js';
import { DepartmentsRepository } from '../regions/departments.repository.js';
import { RegionDirectory } from '../regions/region-directory.js';

/** Tells people that they were given a role, or that theirs was taken. */
@Injectable()
export class RoleNews {
  constructor(
    private readonly messages: MessageWriter,
    private readonly regions: RegionDirectory,
    private readonly departments: DepartmentsRepository,
  ) {}

  /** In the transaction that changes it. */
  async tell(
    ctx: RequestContext,
    action: 'grant' | 'take',
    { id, personId, role, region, departmentId }: Grant & { id: string; personId: string; departmentId: string | null },
  ): Promise<void> {
    const place =
      departmentId === null
        ? (await this.regions.names())(region)
        : (await this.departments.names(ctx.db, [departmentId]))(departmentId);
    const message = {
      dedupeKey: `role.${action}:${id}`,
      item: null,
      ...roleMessage(action, ROLE_LABELS[role], place),
      template: null,
      facts: {},
      at: ctx.now,
    };
    await this.messages.write(ctx.db, message, [personId]);
  }
}
