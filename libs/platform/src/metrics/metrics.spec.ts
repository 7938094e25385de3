import { exposition, gauge, Histogram } from './index.js';

it('says help, type and samples, and escapes what a label may hold', () => {
  const text = exposition([
    gauge('a_open', 'Open\nrows.', [{ labels: { why: 'a "b" \\ c\nd' }, value: 2 }]),
    gauge('b', 'B.', 0),
  ]);
  expect(text).toBe(
    '# HELP a_open Open rows.\n# TYPE a_open gauge\na_open{why="a \\"b\\" \\\\ c\\nd"} 2\n# HELP b B.\n# TYPE b gauge\nb 0\n',
  );
});

it('a histogram sums its buckets up, and counts what is beyond the last one', () => {
  const took = new Histogram('took_seconds', 'How long.');
  for (const seconds of [0.005, 0.02, 0.02, 60]) took.observe({ route: '/a' }, seconds);
  took.observe({ route: '/b' }, 1);
  const text = exposition([took.family()]);
  expect(text).toContain('took_seconds_bucket{route="/a",le="0.005"} 1\n');
  expect(text).toContain('took_seconds_bucket{route="/a",le="0.01"} 1\n');
  expect(text).toContain('took_seconds_bucket{route="/a",le="10"} 3\n');
  expect(text).toContain('took_seconds_bucket{route="/a",le="+Inf"} 4\n');
  expect(text).toContain('took_seconds_count{route="/a"} 4\n');
  expect(text).toContain('took_seconds_count{route="/b"} 1\n');
  expect(text.match(/# TYPE/g)).toHaveLength(1);
});
