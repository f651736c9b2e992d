// What a mark of a chart stands for, as a filter in the link of the page.

const PARAMETERS = { category: 'category', city: 'city', product_id: 'product', customer_id: 'customer' };

function ofMonth(month) {
  const [year, number] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${last}` };
}

/** Whether the page is filtered by what a row of the answer is about. */
function isChosen(answer, row, query) {
  const column = answer.columns[0];
  if (column === 'month') {
    const { from, to } = ofMonth(row[0]);
    return query.get('from') === from && query.get('to') === to;
  }
  return column in PARAMETERS && query.getAll(PARAMETERS[column]).includes(String(row[0]));
}

/** The page's link with a row chosen, or without it if it was; null for a row that nothing can be filtered by. */
export function toggled(answer, row, query) {
  const column = answer.columns[0];
  const changed = new URLSearchParams(query);
  const remove = isChosen(answer, row, query);
  if (column === 'month') {
    const { from, to } = ofMonth(row[0]);
    ['from', 'to'].forEach((name) => changed.delete(name));
    if (!remove) {
      changed.set('from', from);
      changed.set('to', to);
    }
  } else if (column in PARAMETERS) {
    const name = PARAMETERS[column];
    const others = changed.getAll(name).filter((value) => value !== String(row[0]));
    changed.delete(name);
    others.forEach((value) => changed.append(name, value));
    if (!remove) {
      changed.append(name, String(row[0]));
    }
  } else {
    return null;
  }
  const text = changed.toString();
  return `/analytics${text === '' ? '' : `?${text}`}`;
}
