// Days, weeks and months in the form of answers: a month as in 2025-01, a week or day by its first day as in 2025-01-31.

const DAY = 24 * 3600 * 1000;

/** The names of the first column of answers over time. */
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

/** All periods from the first to the last, both included. */
export function periodsBetween(grain, from, to) {
  const periods = [];
  for (let time = first(grain, from); time <= first(grain, to); time = next(grain, time)) {
    periods.push(grain === 'month' ? iso(time).slice(0, 7) : iso(time));
  }
  return periods;
}

/** The name of a period for readers: the name of the month, or the first day of a week or day. */
export function nameOf(grain, period, locale) {
  const style = grain === 'month' ? { month: 'short', year: 'numeric' } : { day: 'numeric', month: 'short', year: 'numeric' };
  return new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }).format(first(grain, period));
}
