import { Transform } from 'class-transformer';
import { CASE_STATES, CONDITIONS, FIRST_YEAR, LAST_YEAR, type DeclaredFacts } from '../../../../libs/law/src/index.js';
import type { Language } from '../../../../libs/messages/src/index.js';
import { Choice, Day, Text, Whole } from './fields.js';

const Number_ = () =>
  Transform(({ value }) => (typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : (value as unknown)));

const TRUTHS = ['true', 'false'] as const;
type Truth = (typeof TRUTHS)[number];

export class PageQueryDto {
  @Text(1, 60, { optional: true }) q?: string;
  @Text(1, 400, { optional: true }) cursor?: string;
  @Number_() @Whole(1, 100, { optional: true }) limit?: number;
  @Choice(['zh', 'en'], { optional: true }) lang?: string;
}
export class CaseQueryDto extends PageQueryDto {
  @Choice(CASE_STATES, { optional: true }) state?: string;
  @Text(2, 30, { optional: true }) matter?: string;
  @Text(2, 30, { optional: true }) owner?: string;
}
export class QueueQueryDto extends PageQueryDto {
  @Choice(['mine', 'all'], { optional: true }) scope?: 'mine' | 'all';
}
export class SpanQueryDto {
  @Day({ optional: true }) from?: string;
  @Day({ optional: true }) to?: string;
}
/** Facts that an applicant declares (申报情形); one that is not named stays open. */
export class FactsQueryDto {
  @Choice(TRUTHS, { optional: true }) donated?: Truth;
  @Choice(TRUTHS, { optional: true }) joint_sponsors?: Truth;
  @Choice(TRUTHS, { optional: true }) agent?: Truth;
  @Choice(TRUTHS, { optional: true }) kindergarten?: Truth;
  @Choice(TRUTHS, { optional: true }) new_site?: Truth;
  @Choice(TRUTHS, { optional: true }) same_site?: Truth;
  @Choice(TRUTHS, { optional: true }) charter_changes?: Truth;
  @Choice(TRUTHS, { optional: true }) tutoring?: Truth;
  @Choice(TRUTHS, { optional: true }) closing?: Truth;
  @Choice(TRUTHS, { optional: true }) sponsor_change?: Truth;
  @Choice(['zh', 'en'], { optional: true }) lang?: Language;
}
export const factsIn = (query: FactsQueryDto): DeclaredFacts =>
  Object.fromEntries(CONDITIONS.flatMap((fact) => (query[fact] ? [[fact, query[fact] === 'true']] : [])));
/** From when on a case is rehearsed, and which turns it takes. */
export class RehearsalQueryDto {
  @Text(0, 20, { optional: true }) from?: string;
  @Choice(['yes', 'no'], { optional: true }) correction?: string;
  @Choice(['yes', 'no'], { optional: true }) silence?: string;
  @Choice(['yes', 'no'], { optional: true }) health?: string;
  @Choice(['yes', 'no'], { optional: true }) appraisal?: string;
  @Choice(['zh', 'en'], { optional: true }) lang?: string;
}
export class AccountQueryDto extends PageQueryDto {
  @Choice(['true', 'false'], { optional: true }) sponsors?: string;
}
export class CalendarQueryDto {
  @Number_() @Whole(FIRST_YEAR, LAST_YEAR, { optional: true }) year?: number;
  @Text(1, 20, { optional: true }) version?: string;
}
export class LookQueryDto {
  @Choice(['18', '22', '24', '30'], { optional: true }) scale?: string;
  @Choice(['normal', 'high'], { optional: true }) contrast?: string;
  @Choice(['zh', 'en'], { optional: true }) lang?: string;
  @Text(1, 500, { optional: true }) back?: string;
}
export class NumberQueryDto {
  @Text(1, 60, { optional: true }) number?: string;
  @Text(1, 60, { optional: true }) q?: string;
  @Choice(['zh', 'en'], { optional: true }) lang?: string;
}
export class LanguageQueryDto {
  @Choice(['zh', 'en'], { optional: true }) lang?: string;
}
export class QuestionDto {
  @Text(0, 200, { optional: true }) q?: string;
  @Choice(['zh', 'en'], { optional: true }) lang?: string;
}
