// Readers can drag files onto any page. The files are checked, and the page of checks shows the reports.

import { check, showReports, token } from './sending.js';

const sheet = document.getElementById('drop');
const text = document.getElementById('drop-text');
const HINT = text.textContent;
let sending = false;

const hasFiles = (event) => [...event.dataTransfer.types].includes('Files');

function show(visible) {
  sheet.hidden = !visible;
  text.textContent = HINT;
}

document.addEventListener('dragover', (event) => {
  if (hasFiles(event) && !sending) {
    event.preventDefault();
    show(true);
  }
});

// the event comes for every element that the pointer leaves; without a related target, the pointer leaves the window
document.addEventListener('dragleave', (event) => {
  if (event.relatedTarget === null && !sending) {
    show(false);
  }
});

document.addEventListener('drop', async (event) => {
  if (!hasFiles(event) || sending) {
    return;
  }
  event.preventDefault();
  if (token() === null) {
    window.location.assign('/sign-in?back=/checks');
    return;
  }
  sending = true;
  try {
    await check(event.dataTransfer.files, (words) => { text.textContent = words; });
    await showReports();
    show(false);
  } catch (failure) {
    text.textContent = failure.message;
  }
  sending = false;
});

sheet.addEventListener('click', () => {
  if (!sending) {
    show(false);
  }
});
