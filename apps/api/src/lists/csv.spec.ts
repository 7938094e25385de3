import { csvOf } from './csv.js';

describe('a table file', () => {
  it('is marked as UTF-8 and quotes every cell', () => {
    expect(csvOf(['名称', 'a "b"'], [['一,二', '三\n四']])).toBe('\uFEFF"名称","a ""b"""\r\n"一,二","三\n四"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('makes no formula of %j', (hostile) => {
    expect(csvOf(['a'], [[hostile]])).toContain(`"'${hostile}"`);
  });
});
