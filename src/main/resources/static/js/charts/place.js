// Keeps the scroll position when the reader changes the filters.

const KEY = 'analytics-place';

/** Stores the scroll position for the next page. */
export function keepPlace() {
  window.sessionStorage.setItem(KEY, String(window.scrollY));
}

const kept = window.sessionStorage.getItem(KEY);
if (kept !== null) {
  window.sessionStorage.removeItem(KEY);
  window.scrollTo({ top: Number(kept), behavior: 'instant' });
}
