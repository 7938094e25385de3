import { Text } from './fields.js';

export class MessageDto {
  @Text(1, 2000) words: string;
}
export class NoteDto {
  @Text(1, 4000) words: string;
}
