import { Global, Module } from '@nestjs/common';
import { AppointmentsController } from './appointments.controller.js';
import { Appointments } from './appointments.service.js';
import { CountyPeople } from './county-people.service.js';
import { GrantViews } from './grant-views.js';
import { StaffEvents } from './staff-events.service.js';

@Global()
@Module({
  controllers: [AppointmentsController],
  providers: [Appointments, CountyPeople, GrantViews, StaffEvents],
  exports: [Appointments, StaffEvents],
})
export class AppointmentsModule {}
