// Writes numbers and dates as the service does, in the configured language and currency.

import { nameOf } from './periods.js';

const { locale, currency } = document.documentElement.dataset;
const ofMoney = currency ? { style: 'currency', currency } : {};
const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 });
const money = new Intl.NumberFormat(locale, { ...ofMoney, minimumFractionDigits: 2, maximumFractionDigits: 4 });
const few = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
const digits = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
const DAY = 24 * 3600 * 1000;
const MONDAY = Date.UTC(2024, 0, 1);
const THOUSANDS = ['', 'k', 'M', 'B', 'T'];

// Intl would write a million as 1m in some languages, and would not shorten thousands in others.
function shortened(value, numbers) {
  let scaled = value;
  let thousands = 0;
  while (Math.abs(scaled) >= 1000 && thousands < THOUSANDS.length - 1) {
    scaled /= 1000;
    thousands += 1;
  }
  return numbers.format(scaled) + THOUSANDS[thousands];
}

export const formats = {
  count: (value) => count.format(value),
  money: (value) => money.format(value),
  short: (value) => shortened(value, few),
  /** Three digits at most. */
  brief: (value) => shortened(value, digits),
  weekday: (place, length) => new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' }).format(MONDAY + place * DAY),
  period: (grain, period) => nameOf(grain, period, locale),
};
