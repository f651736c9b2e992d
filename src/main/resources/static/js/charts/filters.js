// Makes the links of marks in charts: to the page with a filter for the mark, or to the sales of a day.

import { GRAINS, daysOf } from './periods.js';

const PARAMETERS = { category: 'category', city: 'city', product_id: 'product', customer_id: 'customer' };
const FILTERS = ['from', 'to', ...Object.values(PARAMETERS)];
const FINER = { month: 'week', week: 'day' };

/** The part of a period that the page shows. */
function within(query, { from, to }) {
  const least = query.get('from') ?? '';
  const most = query.get('to') || '9999-12-31';
  return { from: from > least ? from : least, to: to < most ? to : most };
}

function withDays(query, { from, to }) {
  const changed = new URLSearchParams(query);
  changed.set('from', from);
  changed.set('to', to);
  changed.delete('by');
  return changed;
}

function ofPeriod(grain, period, query) {
  const slice = within(query, daysOf(grain, period));
  const changed = withDays(query, slice);
  if (grain === 'day') {
    return `/facts?${changed}`;
  }
  if (query.get('from') === slice.from && query.get('to') === slice.to) {
    ['from', 'to'].forEach((name) => changed.delete(name));
  } else {
    changed.set('by', FINER[grain]);
  }
  return page(changed);
}

/** A link without any filter opens with a period that the page chooses, so only such a link says that it means all time. */
function page(query) {
  if (FILTERS.some((name) => query.has(name))) {
    query.delete('period');
  } else {
    query.set('period', 'all');
  }
  const text = query.toString();
  const path = window.location.pathname === '/' ? '/analytics' : window.location.pathname;
  return `${path}${text === '' ? '' : `?${text}`}`;
}

/** The link of the mark of a row; null if there is none. If the page already has the filter, the link removes the filter. */
export function leadsTo(answer, row, query) {
  const column = answer.columns[0];
  const key = String(row[0]);
  if (GRAINS.includes(column)) {
    return ofPeriod(column, key, query);
  }
  if (!(column in PARAMETERS)) {
    return null;
  }
  const name = PARAMETERS[column];
  const changed = new URLSearchParams(query);
  const others = changed.getAll(name).filter((value) => value !== key);
  const isChosen = others.length < changed.getAll(name).length;
  changed.delete(name);
  others.forEach((value) => changed.append(name, value));
  if (!isChosen) {
    changed.append(name, key);
  }
  return page(changed);
}
