import { Transform } from 'class-transformer';
import { Choice, Text } from './fields.js';
import { PageQueryDto } from './queries.js';

/** Blanks are no reason. */
const Trimmed = () => Transform(({ value }) => (typeof value === 'string' ? value.trim() : (value as unknown)));

export class OutboxQueryDto extends PageQueryDto {
  @Choice(['all', 'failed'], { optional: true }) standing?: 'all' | 'failed';
}
/** Why a row is given up. It is kept for ever; the form asks for no names. */
export class SkipDto {
  @Trimmed() @Text(4, 500) reason: string;
}
