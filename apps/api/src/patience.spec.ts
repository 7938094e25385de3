import { patiently } from './patience.js';

const away = Object.assign(new Error('the database is starting'), { code: '57P03' });

/** A time that passes only while somebody waits. */
function passing() {
  let ms = 0;
  return { now: () => ms, pause: (more: number) => Promise.resolve((ms += more)) };
}

/** A step that fails as it is told to, and then succeeds. */
function failing(...errors: Error[]) {
  let tried = 0;
  const step = () => {
    const error = errors[tried++];
    return error ? Promise.reject(error) : Promise.resolve('done');
  };
  return { step, tried: () => tried };
}

it('waits for a database that comes back', async () => {
  const { step, tried } = failing(away, away);
  const time = passing();
  await expect(patiently(step, time)).resolves.toBe('done');
  expect([tried(), time.now()]).toEqual([3, 500]);
});

it('says what will not pass at once', async () => {
  const wrong = new Error('a migration is wrong');
  const { step, tried } = failing(away, wrong);
  await expect(patiently(step, passing())).rejects.toBe(wrong);
  expect(tried()).toBe(2);
});

it('gives up after a minute, with what the database said last', async () => {
  const time = passing();
  await expect(patiently(() => Promise.reject(away), time)).rejects.toBe(away);
  expect(time.now()).toBe(60_250);
});
