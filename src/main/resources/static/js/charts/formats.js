// How numbers are written: as the page's language does.

const language = document.documentElement.lang;
const exact = new Intl.NumberFormat(language, { maximumFractionDigits: 4 });
const money = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 4 });
const short = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 });

export const formats = {
  exact: (value) => (Number.isInteger(value) ? exact : money).format(value),
  short: (value) => short.format(value),
};
