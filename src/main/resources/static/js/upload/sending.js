// Sends files to be checked, one after the other. Each file is the body of a request, so that files of any size can be sent.

import { refreshNow } from '../live.js';
import { say } from '../words.js';

const LOOK_AGAIN = 500;
const MOST_RUNS = 5;
const percent = new Intl.NumberFormat(document.documentElement.dataset.locale, { style: 'percent' });

const pause = () => new Promise((resolve) => { window.setTimeout(resolve, LOOK_AGAIN); });

/** The token that a request with changes has to send; null if nobody has signed in. */
export const token = () => document.querySelector('[name=_csrf]')?.value ?? null;

async function json(path) {
  const answer = await fetch(path);
  if (!answer.ok) {
    throw new Error(say('unanswered', answer.status));
  }
  return answer.json();
}

// uses XMLHttpRequest, because fetch does not report how much has been sent
function send(file, tell) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', `/api/checks?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('X-XSRF-TOKEN', token());
    request.setRequestHeader('Accept-Language', document.documentElement.lang);
    request.responseType = 'json';
    request.upload.addEventListener('progress', (event) => {
      tell(say('sending', file.name, percent.format(event.total === 0 ? 1 : event.loaded / event.total)));
    });
    request.addEventListener('load', () => {
      if (request.status === 202) {
        resolve(request.response.name);
      } else if (request.status === 401) {
        // the session has ended since the page was opened
        window.location.assign('/sign-in?back=/checks');
      } else {
        reject(new Error(`${file.name}: ${request.response?.detail ?? say('unanswered', request.status)}`));
      }
    });
    request.addEventListener('error', () => reject(new Error(say('broken-off', file.name))));
    request.send(file);
  });
}

const times = async () => new Map((await json('/api/checks')).map((report) => [report.name, report.at]));

// A file that arrives during a run is checked by the next run, which the service starts by itself if it watches the folder.
async function checked(names, before, tell) {
  for (let runs = 0; runs <= MOST_RUNS;) {
    const now = await times();
    const missing = names.filter((name) => !now.has(name) || now.get(name) === before.get(name));
    if (missing.length === 0) {
      return;
    }
    tell(say('checking', missing.join(', ')));
    if (!(await json('/api/etl/progress')).running) {
      const started = await fetch('/api/etl/runs', { method: 'POST', headers: { 'X-XSRF-TOKEN': token() }, body: '{"mode":"check"}' });
      if (started.status !== 202 && started.status !== 409) {
        throw new Error(say('not-started', started.status));
      }
      runs += 1;
    }
    await pause();
  }
  throw new Error(say('no-report'));
}

/**
 * Sends files, and returns when each has a report.
 *
 * @param tell gets the progress as a text
 */
export async function check(files, tell) {
  const before = await times();
  const names = [];
  for (const file of files) {
    names.push(await send(file, tell));
  }
  await checked(names, before, tell);
}

/** Shows the reports. On the page that has them already, what the reader has begun to answer must stay. */
export async function showReports() {
  if (window.location.pathname === '/checks') {
    await refreshNow();
  } else {
    window.location.assign('/checks');
  }
}
