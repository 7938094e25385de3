import { sayIn } from './say.js';

describe('a legal date as people say it', () => {
  it('has its weekday, in both languages', () => {
    expect(sayIn('zh').day('2026-03-18')).toBe('2026年3月18日（周三）');
    expect(sayIn('en').day('2026-03-18')).toBe('Wed, 18 Mar 2026');
  });
  it('is the same day in every time zone of the device', () => {
    const zone = process.env['TZ'];
    try {
      for (const there of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Shanghai']) {
        process.env['TZ'] = there;
        expect(sayIn('zh').day('2026-01-01')).toBe('2026年1月1日（周四）');
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });
  it('stays as it came where it is no date', () => {
    expect(sayIn('zh').day('即日')).toBe('即日');
  });
});

it('a code without a sentence is shown as it is', () => {
  expect(sayIn('zh').code('state', 'DRAFT')).toBe('草稿');
  expect(sayIn('zh').code('state', 'NO_SUCH_STATE')).toBe('NO_SUCH_STATE');
});
