import { DynamicModule, Module, type Provider } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { AdminController } from './audiences/admin.controller.js';
import { CalendarController } from './audiences/calendar.controller.js';
import { CasesController } from './audiences/cases.controller.js';
import { CoSignaturesController } from './audiences/co-signatures.controller.js';
import { DecisionRoomController } from './audiences/decision-room.controller.js';
import { DeskController } from './audiences/desk.controller.js';
import { DrawsController } from './audiences/draws.controller.js';
import { FilesController } from './audiences/files.controller.js';
import { InspectorController } from './audiences/inspector.controller.js';
import { CaseTalkController } from './audiences/case-talk.controller.js';
import { MattersController } from './audiences/matters.controller.js';
import { OpenDataController } from './audiences/open-data.controller.js';
import { OnceToldController } from './audiences/once-told.controller.js';
import { OperationsController } from './audiences/operations.controller.js';
import { OutboxController } from './audiences/outbox.controller.js';
import { PublicController } from './audiences/public.controller.js';
import { LikenessController } from './audiences/likeness.controller.js';
import { OnDayController } from './audiences/on-day.controller.js';
import { RecusalController } from './audiences/recusal.controller.js';
import { RegisterController } from './audiences/register.controller.js';
import { AppointmentsController } from './audiences/appointments.controller.js';
import { ServiceRecordController } from './audiences/service-record.controller.js';
import { TripsController } from './audiences/trips.controller.js';
import { SessionController } from './audiences/session.controller.js';
import { SupervisionController } from './audiences/supervision.controller.js';
import { ExplanationsController } from './pages/explanations.controller.js';
import { AudienceGuard } from './http/audience.js';
import { RouteCheck } from './http/route-check.js';
import { OpenApiDocument } from './open-api.js';
import { WebController } from './pages/web.controller.js';
import { InstitutionController } from './pages/institution.controller.js';
import { PagesController } from './pages/pages.controller.js';
import { PapersController } from './pages/papers.controller.js';
import { PlansController } from './pages/plans.controller.js';
import { QuestionsController } from './pages/questions.controller.js';
import { OnceToldPageController } from './pages/once-told.controller.js';
import { Tools } from './tools.js';

/** The one application. What it works with is made outside and handed in, so that tests hand in their own. */
@Module({})
export class AppModule {
  static with(options: DataSourceOptions, makeTools: (source: DataSource) => Promise<Tools>): DynamicModule {
    const providers: Provider[] = [
      { provide: Tools, useFactory: makeTools, inject: [DataSource] },
      { provide: APP_GUARD, useClass: AudienceGuard },
      OpenApiDocument,
      RouteCheck,
    ];
    return {
      module: AppModule,
      imports: [TypeOrmModule.forRoot({ ...options, retryAttempts: 3, retryDelay: 500 }), DiscoveryModule],
      controllers: [
        SessionController,
        MattersController,
        CasesController,
        CaseTalkController,
        CoSignaturesController,
        FilesController,
        InspectorController,
        PublicController,
        OpenDataController,
        OnceToldController,
        OperationsController,
        DeskController,
        AdminController,
        OutboxController,
        CalendarController,
        RegisterController,
        OnDayController,
        LikenessController,
        SupervisionController,
        ExplanationsController,
        DecisionRoomController,
        RecusalController,
        DrawsController,
        WebController,
        PagesController,
        InstitutionController,
        PapersController,
        PlansController,
        QuestionsController,
        OnceToldPageController,
        TripsController,
        AppointmentsController,
        ServiceRecordController,
      ],
      providers,
    };
  }
}
