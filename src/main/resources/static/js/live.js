// Keeps an open page up to date. The service tells its state every second; if the state is not that of the page, the page fetches itself
// again, and everything that has changed changes in place.

import { patch } from './patch.js';

const AFTER_FAILURE = 5000;
const banner = document.getElementById('live');
let shown = document.body.dataset.state;
let wanted = shown;
let fetching = false;
let source = null;

function say(words) {
  document.querySelectorAll('[data-progress]').forEach((place) => { place.textContent = words; });
}

/** Fetches the page again, and replaces what has changed. A page that cannot be fetched again, such as the answer to a form, stays. */
async function refresh() {
  const answer = await fetch(window.location.href);
  if (answer.status >= 500) {
    throw new Error(`The service answered ${answer.status}.`);
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  // in a parsed document, the browser would show the content of noscript, and fetch its images
  page.querySelectorAll('noscript').forEach((part) => part.replaceChildren());
  document.querySelectorAll('[data-live]').forEach((part) => {
    const fresh = page.querySelector(`#${part.id}[data-live]`);
    if (fresh) {
      patch(part, fresh);
    }
  });
  document.dispatchEvent(new Event('refreshed'));
}

async function catchUp() {
  if (fetching) {
    return;
  }
  fetching = true;
  try {
    while (shown !== wanted) {
      const state = wanted;
      await refresh();
      shown = state;
    }
  } finally {
    fetching = false;
  }
}

/** Fetches the page again now, and does not wait for the service to tell that something has changed. */
export async function refreshNow() {
  wanted = null;
  await catchUp();
}

async function hear({ state, words }) {
  banner.hidden = words === null;
  wanted = state;
  await catchUp();
  if (words !== null) {
    say(words);
  }
}

// A browser has only six connections for all its tabs, so a hidden tab closes its connection.
function listen() {
  if (document.visibilityState === 'visible' && source === null) {
    source = new EventSource('/api/events');
    source.addEventListener('state', (event) => hear(JSON.parse(event.data)).catch(() => undefined));
    source.addEventListener('away', (event) => {
      banner.hidden = false;
      say(event.data);
    });
    source.addEventListener('error', listenAgain);
  } else if (document.visibilityState !== 'visible' && source !== null) {
    source.close();
    source = null;
  }
}

// An EventSource connects again by itself, but not after an error page, such as a proxy sends while the service is away.
function listenAgain() {
  if (source?.readyState === EventSource.CLOSED) {
    source = null;
    window.setTimeout(listen, AFTER_FAILURE);
  }
}

document.addEventListener('visibilitychange', listen);
listen();
