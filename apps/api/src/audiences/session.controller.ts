import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { plainDateOf } from '../../../../libs/law/src/index.js';
import {
  closeSession,
  countAttempt,
  createAccount,
  loginWithLimit,
  openSession,
  REGISTER_LIMIT,
} from '../../../../libs/people/src/index.js';
import { machineNow, Refusal, sha256 } from '../../../../libs/platform/src/index.js';
import { Answers } from '../dto/answers.js';
import { LoginDto, RegisterDto } from '../dto/commands.js';
import { ForAudience, type Visitor } from '../http/audience.js';
import { COOKIE } from '../http/session-hook.js';
import { Tools } from '../tools.js';

/** Who am I: registration of sponsors, login, logout. */
@ApiTags('session')
@Controller('api')
export class SessionController {
  constructor(private readonly tools: Tools) {}

  @Post('accounts')
  @ForAudience('public')
  @Answers(201, 'AccountView')
  async register(@Body() body: RegisterDto, @Req() request: Visitor) {
    await countAttempt(this.tools.sql, `register:${sha256(request.ip)}`, REGISTER_LIMIT, machineNow());
    return createAccount(this.tools.sql, this.tools.workshop, {
      ...body,
      roles: ['sponsor'],
      demo: this.tools.settings.mode === 'demo',
    });
  }

  @Post('session')
  @HttpCode(200)
  @ForAudience('public')
  @Answers(200, 'SessionView')
  async login(
    @Body() { login, password }: LoginDto,
    @Req() request: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const account = await loginWithLimit(this.tools.sql, { ip: request.ip, login, password });
    const { token, csrf, expiresAt } = await openSession(
      this.tools.sql,
      this.tools.workshop.ids,
      account.id,
      new Date(machineNow()),
    );
    const secure = this.tools.settings.publicUrl.startsWith('https:');
    void reply.setCookie(COOKIE, token, {
      httpOnly: true,
      sameSite: 'lax',
      secure,
      path: '/',
      signed: true,
      expires: expiresAt,
    });
    return this.view({ account, csrf, expiresAt });
  }

  @Get('session')
  @ForAudience('anybody')
  @Answers(200, 'SessionView')
  whoAmI(@Req() request: Visitor) {
    if (!request.session) throw new Refusal('LOGIN_REQUIRED');
    return this.view(request.session);
  }

  @Delete('session')
  @ForAudience('anybody')
  @Answers(200, 'Done')
  async logout(@Req() request: Visitor, @Res({ passthrough: true }) reply: FastifyReply) {
    const { value } = request.unsignCookie(request.cookies[COOKIE] ?? '');
    if (value) await closeSession(this.tools.sql, value);
    void reply.clearCookie(COOKIE, { path: '/' });
    return { ok: true };
  }

  private view<T extends object>(session: T) {
    const now = this.tools.clock.now();
    return { ...session, now, today: plainDateOf(now) };
  }
}
