// Shows what would load as soon as somebody changes an answer. Without this script, a button does.
const waiting = new WeakMap();

async function preview(form) {
  const answers = new URLSearchParams(new FormData(form));
  const asked = Symbol('preview');
  waiting.set(form, asked);
  const response = await fetch(form.dataset.preview, { method: 'POST', body: answers });
  if (!response.ok || waiting.get(form) !== asked) {
    return;
  }
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const shown = page.querySelector('.questions .preview');
  if (shown) {
    form.querySelector('.preview').replaceChildren(...shown.childNodes);
  }
}

for (const form of document.querySelectorAll('form[data-preview]')) {
  form.addEventListener('change', () => preview(form));
}
