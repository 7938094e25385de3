import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { changeAccount, listAccounts, openAccount } from '../../../../libs/people/src/index.js';
import { Refusal } from '../../../../libs/platform/src/index.js';
import { Answers } from '../dto/answers.js';
import { AccountChangeDto, NewAccountDto } from '../dto/commands.js';
import { AccountQueryDto } from '../dto/queries.js';
import { actorOf, ForAudience, type Visitor } from '../http/audience.js';
import { settingsView } from '../settings-view.js';
import { Tools } from '../tools.js';

const accountId = () => new ParseUUIDPipe({ exceptionFactory: () => new Refusal('ACCOUNT_NOT_FOUND') });

/** 三员分立: accounts belong to the security administrator, settings to the system administrator. */
@ApiTags('admin')
@Controller('api/admin')
export class AdminController {
  constructor(private readonly tools: Tools) {}

  @Get('accounts')
  @ForAudience(['securityAdmin', 'auditAdmin'])
  @Answers(200, 'AccountList')
  accounts(@Query() { q, cursor, limit, sponsors }: AccountQueryDto) {
    return listAccounts(this.tools.sql, { q, after: cursor, sponsors: sponsors === 'true', limit: limit ?? 50 });
  }

  @Post('accounts')
  @ForAudience(['securityAdmin'])
  @Answers(201, 'AccountView')
  open(@Body() body: NewAccountDto, @Req() request: Visitor) {
    const demo = this.tools.settings.mode === 'demo';
    return openAccount(this.people, actorOf(request).accountId ?? '', { ...body, demo });
  }

  @Patch('accounts/:id')
  @HttpCode(200)
  @ForAudience(['securityAdmin'])
  @Answers(200, 'Done')
  async change(@Param('id', accountId()) id: string, @Body() body: AccountChangeDto, @Req() request: Visitor) {
    await changeAccount(this.people, actorOf(request).accountId ?? '', id, body);
    return { ok: true };
  }

  @Get('settings')
  @ForAudience(['systemAdmin', 'auditAdmin'])
  @Answers(200, 'SettingsView')
  settings() {
    return settingsView(this.tools);
  }

  private get people() {
    const { source, workshop } = this.tools;
    return { source, ids: workshop.ids, clock: workshop.clock };
  }
}
