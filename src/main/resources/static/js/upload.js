// Sends chosen files to be checked, one after the other, and shows the page anew when all of them have a report.

const LOOK_AGAIN = 500;
const form = document.querySelector('[data-upload]');
const chosen = form.querySelector('input[type=file]');
const button = form.querySelector('button');
const text = form.querySelector('[role=status]');
const percent = new Intl.NumberFormat('en', { style: 'percent' });
const headers = { 'X-XSRF-TOKEN': form.querySelector('[name=_csrf]').value };

const pause = () => new Promise((resolve) => { window.setTimeout(resolve, LOOK_AGAIN); });

async function json(path) {
  const answer = await fetch(path);
  if (!answer.ok) {
    throw new Error(`The service answered ${answer.status}.`);
  }
  return answer.json();
}

// fetch cannot tell how much has been sent
function send(file) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', `/api/checks?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('X-XSRF-TOKEN', headers['X-XSRF-TOKEN']);
    request.responseType = 'json';
    request.upload.addEventListener('progress', (event) => {
      text.textContent = `Sending ${file.name}: ${percent.format(event.total === 0 ? 1 : event.loaded / event.total)}`;
    });
    request.addEventListener('load', () => {
      if (request.status === 202) {
        resolve(request.response.name);
      } else {
        reject(new Error(`${file.name}: ${request.response?.detail ?? `the service answered ${request.status}`}`));
      }
    });
    request.addEventListener('error', () => reject(new Error(`${file.name}: the connection broke off, nothing of it was kept. Try again.`)));
    request.send(file);
  });
}

const times = async () => new Map((await json('/api/checks')).map((report) => [report.name, report.at]));

// A file that came while a run went on is checked by the next one, which the service starts by itself if it watches.
async function checked(names, before) {
  for (;;) {
    const now = await times();
    const missing = names.filter((name) => !now.has(name) || now.get(name) === before.get(name));
    if (missing.length === 0) {
      return;
    }
    text.textContent = `Checking ${missing.join(', ')}`;
    if (!(await json('/api/etl/progress')).running) {
      await fetch('/api/etl/runs', { method: 'POST', headers, body: '{"mode":"check"}' });
    }
    await pause();
  }
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  button.disabled = true;
  try {
    const before = await times();
    const names = [];
    for (const file of chosen.files) {
      names.push(await send(file));
    }
    await checked(names, before);
    window.location.reload();
  } catch (failure) {
    text.textContent = failure.message;
    button.disabled = false;
  }
});
