import { Text } from './fields.js';

export class SeatDto {
  @Text(4, 40, { description: 'as the applicant shows it; blanks, hyphens and case do not matter' }) code: string;
}
export class CoSignDto {
  @Text(64, 64, { description: 'hash of the content that was on the screen' }) contentHash: string;
}
