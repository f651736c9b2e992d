// The reader's place on the page survives a change of the filters.

const KEY = 'analytics-place';

/** Remembers how far the page is scrolled, for the page that comes next. */
export function keepPlace() {
  window.sessionStorage.setItem(KEY, String(window.scrollY));
}

const kept = window.sessionStorage.getItem(KEY);
if (kept !== null) {
  window.sessionStorage.removeItem(KEY);
  window.scrollTo({ top: Number(kept), behavior: 'instant' });
}
