import type { Me } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { Like, Not } from 'typeorm';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import { Database } from '../database/database.js';
import { lockRow } from '../database/lock-row.js';
import { Sessions } from '../identity/sessions.service.js';
import { PeopleRepository } from '../people/people.repository.js';
import { PeopleService } from '../people/people.service.js';
import { GrantEntity, PersonEntity } from '../people/person.entity.js';
import { ToldProfileEntity } from '../people/personal.entity.js';
import { Phones } from '../people/phones.service.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { WechatApi } from '../wechat/wechat-api.js';
import { toCodedError, WechatError } from '../wechat/wechat-error.js';
import type { MyProfileDto } from './account.dto.js';
import { Profiles } from './profiles.service.js';

/** What people change about their own account. */
@Injectable()
export class AccountService {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly people: PeopleRepository,
    private readonly peopleService: PeopleService,
    private readonly phones: Phones,
    private readonly regions: RegionDirectory,
    private readonly wechat: WechatApi,
    private readonly profiles: Profiles,
  ) {}

  /** @throws CONTENT.BLOCKED_WORD, ATTACHMENT.NOT_FOUND */
  async change(ctx: RequestContext, { name, avatar }: MyProfileDto): Promise<Me> {
    await lockRow(ctx.db, 'people', actorOf(ctx).id);
    if (name !== undefined) await this.profiles.rename(ctx, name);
    if (avatar !== undefined) await this.profiles.setAvatar(ctx, avatar);
    return this.changed(ctx);
  }

  /**
   * Where somebody lives. Who has no role, or is a resident somewhere, is a resident of that township alone.
   * @throws REGION.NOT_FOUND
   */
  async settle(ctx: RequestContext, township: string): Promise<Me> {
    const { id, grants } = actorOf(ctx);
    await this.regions.get(township);
    await lockRow(ctx.db, 'people', id);
    await ctx.db.update(PersonEntity, { id }, { homeTownship: township });
    // A community of where they lived before.
    const elsewhere = { personId: id, community: Not(Like(`${township}%`)) };
    await ctx.db.update(ToldProfileEntity, elsewhere, { community: null });
    await this.profiles.ask(ctx);
    if (grants.length === 0 || grants.some(({ role }) => role === 'resident')) {
      await ctx.db.delete(GrantEntity, { personId: id, role: 'resident' });
      const grant = {
        id: newId(ctx.now),
        personId: id,
        role: 'resident',
        region: township,
        departmentId: null,
      } as const;
      await ctx.db.insert(GrantEntity, grant);
    }
    return this.changed(ctx);
  }

  /** @param code of WeChat's phone button. @throws PHONE.TAKEN, PHONE.NOT_SUPPORTED, and WeChat's refusals */
  async bindPhone(ctx: RequestContext, code: string): Promise<Me> {
    const { id } = actorOf(ctx);
    const phone = await this.wechat.phoneNumber(code).catch((error: unknown) => {
      throw error instanceof WechatError ? toCodedError(error) : error;
    });
    if (phone.countryCode !== '86') throw new CodedError('PHONE.NOT_SUPPORTED');
    return this.database.write(async (db) => {
      await this.phones.bind(db, id, phone.national, ctx.now);
      return this.changed({ ...ctx, db });
    });
  }

  private async changed(ctx: RequestContext): Promise<Me> {
    const { id, signIn } = actorOf(ctx);
    this.sessions.forget(id);
    return this.peopleService.me({ ...ctx, actor: await this.people.actor(ctx.db, signIn.id) });
  }
}
