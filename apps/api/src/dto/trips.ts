import { Matches } from 'class-validator';
import { APPOINTMENT_CAUSES, DESK_CAUSES, PLACES, type Place, type TripCause } from '../../../../libs/law/src/index.js';
import { Choice, Day, Text, Truth } from './fields.js';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

export class CheckInDto {
  @Text(6, 12, { description: 'the code that the applicant shows; spaces and small letters are read too' })
  code: string;
  @Choice(DESK_CAUSES) cause: TripCause;
}
export class TripAnswerDto {
  @Truth() agreed: boolean;
}
export class SlotDto {
  @Choice(PLACES) place: Place;
  @Day() day: string;
  @Text(5, 5, { description: 'local time at which the slot begins, such as 09:30' }) @Matches(TIME) from: string;
}
export class BookingDto extends SlotDto {
  @Choice(APPOINTMENT_CAUSES) cause: TripCause;
}
export class SlotQueryDto {
  @Choice(PLACES) place: Place;
}
export class AgendaQueryDto {
  @Day({ optional: true }) day?: string;
}
