import { Refusal } from '../../../platform/src/index.js';
import { wordsOf } from '../log.js';
import { pastDay } from './attestation.js';
import type { PayloadOf } from './command.js';
import { isExOfficio } from './ex-officio.js';
import type { Hearing, Prepared } from './hearing.js';

/**
 * 送达: what is served goes the way that the applicant confirmed; another way would be a trip or a loss on our choice. A
 * parcel needs its number.
 */
export function serve(hearing: Hearing, { channel, trackingNumber }: PayloadOf<'serve'>): Prepared<'serve'> {
  const { file } = hearing;
  if (channel === 'courier' && !trackingNumber)
    throw new Refusal('FIELDS_INVALID', { fields: [{ field: 'payload.trackingNumber', code: 'FIELD_MISSING' }] });
  // a penalty is served by post where nobody has agreed to anything else (PNL 61; CPL 90)
  const byPost = isExOfficio(hearing) && channel === 'courier';
  const consent = byPost || (file.form.serviceConsent === true && file.form.deliveryChannel === channel);
  return {
    event: { type: 'serve', channel, consent },
    payload: { channel },
    ...(trackingNumber ? { words: { trackingNumber } } : {}),
  };
}

/** 签收: the day on which the addressee signed for the parcel, not before it was posted (CPL 91 by analogy). */
export async function recordDelivery(
  hearing: Hearing,
  { receivedOn }: PayloadOf<'recordDelivery'>,
): Promise<Prepared<'recordDelivery'>> {
  const posting = hearing.file.log.findLast(({ type }) => type === 'serve');
  const words = posting ? (await wordsOf(hearing.sql, hearing.file.row.id)).get(posting.seq) : undefined;
  return {
    event: { type: 'recordDelivery' },
    payload: {
      channel: 'courier',
      postedOn: posting?.legal_date,
      receivedOn: pastDay(hearing, receivedOn, 'receivedOn', posting?.legal_date),
    },
    ...(words ? { words } : {}),
  };
}
