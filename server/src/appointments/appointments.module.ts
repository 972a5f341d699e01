import { Global, Module } from '@nestjs/common';
import { MessagesModule } from '../messages/messages.module.js';
import { AppointmentsController } from './appointments.controller.js';
import { Appointments } from './appointments.service.js';
import { CountyPeople } from './county-people.service.js';
import { GrantViews } from './grant-views.js';
import { RoleNews } from './role-news.js';
import { StaffEvents } from './staff-events.service.js';
import { Successors } from './successors.js';

@Global()
@Module({
  imports: [MessagesModule],
  controllers: [AppointmentsController],
  providers: [Appointments, CountyPeople, GrantViews, RoleNews, StaffEvents, Successors],
  exports: [Appointments, StaffEvents],
})
export class AppointmentsModule {}
