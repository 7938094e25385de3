import type { BoardScope } from '../../../../libs/cases/src/index.js';
import { Choice, Text } from './fields.js';
import { PageQueryDto } from './queries.js';

export class BoardQueryDto {
  @Choice(['mine', 'person', 'section', 'office'], { optional: true }) scope?: BoardScope;
  @Choice(['zh', 'en'], { optional: true }) lang?: string;
}
export class TicketQueryDto extends PageQueryDto {
  @Choice(['mine', 'all'], { optional: true }) scope?: 'mine' | 'all';
  @Choice(['open', 'acknowledged'], { optional: true }) state?: 'open' | 'acknowledged';
}
/** 签收: what is being done about it. No day, no name: both are the system's. */
export class AcknowledgementDto {
  @Text(4, 500) note: string;
}
export class ExplanationDto {
  @Text(10, 500) reason: string;
}
