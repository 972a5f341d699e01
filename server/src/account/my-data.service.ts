import type { MyData } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { Phones } from '../people/phones.service.js';
import { PersonalRecords } from './personal-records.js';
import { PERSONAL_TABLES } from './personal-tables.js';

/** More than anybody has of one kind; keeps one answer from filling the memory. */
const ROWS_MAX = 10_000;

/** Everything about the person who asks, in one file (个人信息副本). */
@Injectable()
export class MyDataService {
  constructor(
    private readonly phones: Phones,
    private readonly others: PersonalRecords,
  ) {}

  async of(ctx: RequestContext): Promise<MyData> {
    const { id } = actorOf(ctx);
    const data: MyData = { exportedAt: ctx.now, labels: {}, records: {} };
    for (const { kind, table, column } of PERSONAL_TABLES) {
      if (kind === null) continue;
      data.labels[kind.name] = kind.label;
      data.records[kind.name] = await ctx.db.query(
        `SELECT ${kind.columns} FROM ${table} WHERE ${column} = ? LIMIT ${ROWS_MAX}`,
        [id],
      );
    }
    for (const { name, label, read } of this.others.all) {
      if (read === undefined) continue;
      data.labels[name] = label;
      data.records[name] = await read(ctx.db, id);
    }
    const phone = await this.phones.of(ctx.db, id);
    data.records.phones = (data.records.phones ?? []).map((row) => ({ phone, ...row }));
    return data;
  }
}
