// Shows what would load as soon as somebody changes a form. Without this script, a button does.
const PAUSE_OF_TYPING = 400;
const latest = new WeakMap();

async function preview(form) {
  const asked = Symbol('preview');
  latest.set(form, asked);
  if (document.activeElement?.matches('textarea')) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_OF_TYPING));
  }
  if (latest.get(form) !== asked) {
    return;
  }
  const response = await fetch(form.dataset.preview, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
  if (!response.ok || latest.get(form) !== asked) {
    return;
  }
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const shown = page.querySelector('form[data-preview] .preview');
  if (shown) {
    form.querySelector('.preview').replaceChildren(...shown.childNodes);
  }
}

// a form may come later, with the report of a file
document.addEventListener('input', (event) => {
  const form = event.target.closest('form[data-preview]');
  if (form) {
    preview(form);
  }
});
