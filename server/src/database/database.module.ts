import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { dataSourceOptions, open, openDatabase } from './data-source.js';
import { Database } from './database.js';
import { migrate } from './migrate.js';

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({ ...dataSourceOptions(config), retryAttempts: 3 }),
      dataSourceFactory: async (options) => {
        const dataSource = await open(options as NonNullable<typeof options>);
        await migrate(dataSource);
        return dataSource;
      },
    }),
  ],
  providers: [
    {
      provide: Database,
      inject: [DataSource, CONFIG],
      useFactory: async (writer: DataSource, config: Config) => new Database(writer, await openDatabase(config, true)),
    },
  ],
  exports: [Database],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(private readonly database: Database) {}

  onApplicationShutdown() {
    return this.database.close();
  }
}
