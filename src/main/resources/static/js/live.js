// Keeps an open page true: shows the run that is going on, and what it commits, without losing the reader's place.

const AFTER_FAILURE = 5000;
const banner = document.getElementById('live');
const text = document.getElementById('live-text');
const count = new Intl.NumberFormat(document.documentElement.dataset.locale);
let known = { state: document.body.dataset.state, run: document.getElementById('runs')?.dataset.run ?? null };
let source = null;

function describe({ run, reading, waits }) {
  if (waits) {
    return `Run ${run.id} ${waits}. Nothing is lost: it goes on by itself.`;
  }
  const files = run.filesTotal;
  const finished = files === 0 ? '' : ` ${files === 1 ? 'One file is' : `${files} files are`} complete.`;
  if (!reading) {
    return `Run ${run.id} is looking for files.${finished}`;
  }
  const left = reading.secondsLeft === null || reading.secondsLeft === undefined ? '' : `, about ${count.format(reading.secondsLeft)} s left`;
  return `Run ${run.id} is reading ${reading.name}: ${count.format(reading.rows)} rows, ${count.format(reading.rowsPerSecond)} a second${left}.${finished}`;
}

/** Fetches the page anew and puts its living parts in the place of the old ones. */
async function refresh(parts) {
  const regions = [...document.querySelectorAll(parts)];
  if (regions.length === 0) {
    return;
  }
  const page = new DOMParser().parseFromString(await (await fetch(window.location.href)).text(), 'text/html');
  // here they would be shown, and their images fetched
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

// A browser has six connections for all its tabs: those that nobody looks at give theirs back.
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

// It tries again by itself, but not after an answer such as a proxy gives while the service is away.
function listenAgain() {
  if (source?.readyState === EventSource.CLOSED) {
    source = null;
    window.setTimeout(listen, AFTER_FAILURE);
  }
}

document.addEventListener('visibilitychange', listen);
listen();
