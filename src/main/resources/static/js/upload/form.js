// The form of the page of checks: sends the chosen files, and loads the page again with the reports.

import { check } from './sending.js';

const form = document.querySelector('[data-upload]');
const button = form.querySelector('button');
const text = form.querySelector('[role=status]');

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  button.disabled = true;
  try {
    await check(form.querySelector('input[type=file]').files, (words) => { text.textContent = words; });
    window.location.reload();
  } catch (failure) {
    text.textContent = failure.message;
    button.disabled = false;
  }
});
