// How numbers and dates are written: as the service is told to, and as it writes them itself.

import { nameOf } from './periods.js';

const { locale, currency } = document.documentElement.dataset;
const ofMoney = currency ? { style: 'currency', currency } : {};
const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const money = new Intl.NumberFormat(locale, { ...ofMoney, minimumFractionDigits: 2, maximumFractionDigits: 4 });
const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });

export const formats = {
  count: (value) => count.format(value),
  money: (value) => money.format(value),
  short: (value) => short.format(value),
  period: (grain, period) => nameOf(grain, period, locale),
};
