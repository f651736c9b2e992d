// Updates an open page: shows the current run and the new numbers, and keeps the scroll position.

const AFTER_FAILURE = 5000;
const banner = document.getElementById('live');
const text = document.getElementById('live-text');
const count = new Intl.NumberFormat(document.documentElement.dataset.locale);
let known = { state: document.body.dataset.state, run: document.getElementById('runs')?.dataset.run ?? null };
let source = null;

function describe({ run, reading, waits }) {
  if (waits) {
    return `Run ${run.id} ${waits}. Nothing is lost: the run goes on by itself.`;
  }
  const files = run.filesTotal;
  const finished = files === 0 ? '' : ` ${files === 1 ? 'One file is' : `${files} files are`} complete.`;
  if (!reading) {
    return `Run ${run.id} is looking for files.${finished}`;
  }
  const left = reading.secondsLeft === null || reading.secondsLeft === undefined ? '' : `, about ${count.format(reading.secondsLeft)} s left`;
  return `Run ${run.id} is reading ${reading.name}: ${count.format(reading.rows)} rows, ${count.format(reading.rowsPerSecond)} a second${left}.${finished}`;
}

/** Fetches the page again, and replaces the parts that can change. */
async function refresh(parts) {
  const regions = [...document.querySelectorAll(parts)];
  if (regions.length === 0) {
    return;
  }
  const page = new DOMParser().parseFromString(await (await fetch(window.location.href)).text(), 'text/html');
  // in a parsed document, the browser would show the content of noscript, and fetch its images
  page.querySelectorAll('noscript').forEach((part) => part.remove());
  regions.forEach((region) => {
    const fresh = page.getElementById(region.id);
    if (fresh) {
      region.replaceWith(document.adoptNode(fresh));
    }
  });
  document.dispatchEvent(new Event('refreshed'));
}

async function hear({ state, progress }) {
  banner.hidden = !progress.running;
  if (progress.running) {
    text.textContent = describe(progress);
  }
  const now = { state, run: progress.run ? `${progress.run.id} ${progress.running}` : '' };
  const before = known;
  known = now;
  if (now.state !== before.state) {
    await refresh('[data-live]');
  } else if (before.run !== null && now.run !== before.run) {
    await refresh('[data-live=runs]');
  }
}

// A browser has only six connections for all its tabs, so a hidden tab closes its connection.
function listen() {
  if (document.visibilityState === 'visible' && source === null) {
    source = new EventSource('/api/events');
    source.addEventListener('state', (event) => hear(JSON.parse(event.data)).catch(() => undefined));
    source.addEventListener('away', (event) => {
      banner.hidden = false;
      text.textContent = event.data;
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
