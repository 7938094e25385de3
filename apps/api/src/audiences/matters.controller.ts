import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../dto/answers.js';
import { guideOf } from '../guide.js';
import { ForAudience } from '../http/audience.js';
import { Tools } from '../tools.js';

/** The guides (办事指南), made from the packs that the workflow runs on. */
@ApiTags('matters')
@Controller('api/matters')
export class MattersController {
  constructor(private readonly tools: Tools) {}

  @Get()
  @ForAudience('public')
  @Answers(200, 'MatterList')
  list() {
    const matters = [...this.tools.workshop.shelf.published.values()];
    return { items: matters.map(({ pack: { code, nameZh, nameEn } }) => ({ code, nameZh, nameEn })) };
  }

  @Get(':code')
  @ForAudience('public')
  @Answers(200, 'Guide')
  guide(@Param('code') code: string) {
    return guideOf(this.tools, code);
  }
}
