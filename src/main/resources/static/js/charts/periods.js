// Days, weeks and months as answers have them: 2025-01, or the first day, 2025-01-31.

const DAY = 24 * 3600 * 1000;

/** Names of the first column of an answer over time. */
export const GRAINS = ['day', 'week', 'month'];

const first = (grain, period) => Date.parse(grain === 'month' ? `${period}-01` : period);

function next(grain, time) {
  const date = new Date(time);
  return grain === 'month' ? Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1) : time + (grain === 'week' ? 7 : 1) * DAY;
}

const iso = (time) => new Date(time).toISOString().slice(0, 10);

/** The first and the last day of a period. */
export function daysOf(grain, period) {
  const from = first(grain, period);
  return { from: iso(from), to: iso(next(grain, from) - DAY) };
}

/** The periods from one to another, both included. */
export function periodsBetween(grain, from, to) {
  const periods = [];
  for (let time = first(grain, from); time <= first(grain, to); time = next(grain, time)) {
    periods.push(grain === 'month' ? iso(time).slice(0, 7) : iso(time));
  }
  return periods;
}

/** The name of a period for a reader: that of its first day, unless it is a month. */
export function nameOf(grain, period, locale) {
  const style = grain === 'month' ? { month: 'short', year: 'numeric' } : { day: 'numeric', month: 'short', year: 'numeric' };
  return new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }).format(first(grain, period));
}
