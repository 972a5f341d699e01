import { Global, Module } from '@nestjs/common';
import { ObligationsService } from './obligations.js';
import { PeopleController } from './people.controller.js';
import { PeopleRepository } from './people.repository.js';
import { PeopleService } from './people.service.js';
import { Phones } from './phones.service.js';

@Global()
@Module({
  controllers: [PeopleController],
  providers: [PeopleRepository, PeopleService, Phones, ObligationsService],
  exports: [PeopleRepository, PeopleService, Phones, ObligationsService],
})
export class PeopleModule {}
