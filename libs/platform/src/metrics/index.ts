/** The text format of Prometheus, version 0.0.4: HELP, TYPE and samples. Labels are words of ours, never of people. */
export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

export type Labels = Readonly<Record<string, string>>;
export interface Sample {
  labels?: Labels;
  value: number;
}
export interface Family {
  name: string;
  help: string;
  type: 'gauge' | 'counter' | 'histogram';
  lines: string[];
}

const escaped = (value: string): string => value.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n');

const line = (name: string, labels: Labels, value: number): string => {
  const inside = Object.entries(labels)
    .map(([label, text]) => `${label}="${escaped(text)}"`)
    .join(',');
  return `${name}${inside ? `{${inside}}` : ''} ${value}`;
};

/** A figure as it stands now. */
export const gauge = (name: string, help: string, samples: readonly Sample[] | number): Family => ({
  name,
  help,
  type: 'gauge',
  lines: (typeof samples === 'number' ? [{ value: samples }] : samples).map(({ labels = {}, value }) =>
    line(name, labels, value),
  ),
});

/** Every family with its HELP and TYPE, once. */
export const exposition = (families: readonly Family[]): string =>
  families
    .map(({ name, help, type, lines }) =>
      [
        `# HELP ${name} ${help.replace(/\\/g, '\\\\').replace(/\n/g, ' ')}`,
        `# TYPE ${name} ${type}`,
        ...lines,
        '',
      ].join('\n'),
    )
    .join('');

/** Upper bounds in seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

interface Series {
  labels: Labels;
  /** How many were within each bound; not summed up. */
  within: number[];
  sum: number;
  count: number;
}

/** How long something took, by its labels. The labels must come from a small, known set: one series is kept for each. */
export class Histogram {
  private readonly series = new Map<string, Series>();

  constructor(
    readonly name: string,
    readonly help: string,
  ) {}

  observe(labels: Labels, seconds: number): void {
    const key = JSON.stringify(labels);
    const one = this.series.get(key) ?? { labels, within: BOUNDS.map(() => 0), sum: 0, count: 0 };
    this.series.set(key, one);
    const bound = BOUNDS.findIndex((upper) => seconds <= upper);
    if (bound >= 0) one.within[bound] = (one.within[bound] ?? 0) + 1;
    one.sum += seconds;
    one.count += 1;
  }

  family(): Family {
    const lines = [...this.series.values()].flatMap(({ labels, within, sum, count }) => {
      let below = 0;
      const buckets = BOUNDS.map((upper, i) =>
        line(`${this.name}_bucket`, { ...labels, le: String(upper) }, (below += within[i] ?? 0)),
      );
      return [
        ...buckets,
        line(`${this.name}_bucket`, { ...labels, le: '+Inf' }, count),
        line(`${this.name}_sum`, labels, sum),
        line(`${this.name}_count`, labels, count),
      ];
    });
    return { name: this.name, help: this.help, type: 'histogram', lines };
  }
}
