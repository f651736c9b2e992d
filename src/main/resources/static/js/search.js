// Finds products and customers while the reader types a name or an id. Without this script, the reader has to type the id.

const PAUSE = 200;

const form = document.querySelector('[data-filter-form]');

form.querySelectorAll('[data-search]').forEach((field) => {
  const list = document.getElementById(field.getAttribute('list'));
  let found = [];
  let waiting = null;

  async function search() {
    const text = field.value.trim();
    if (text === '' || found.some(({ id }) => id === text)) {
      return;
    }
    const response = await fetch(`/api/search/${field.dataset.search}?q=${encodeURIComponent(text)}`);
    if (!response.ok || field.value.trim() !== text) {
      return;
    }
    found = await response.json();
    list.replaceChildren(...found.map(({ id, name, detail }) => new Option(`${name} · ${detail}`, id)));
    list.querySelectorAll('option').forEach((option) => { option.label = option.textContent; });
  }

  field.addEventListener('input', () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => search().catch(() => undefined), PAUSE);
  });

  // if the text is a full name, or matches only one name, send its id
  form.addEventListener('submit', async (event) => {
    const text = field.value.trim();
    if (text === '' || field.dataset.settled === text) {
      return;
    }
    event.preventDefault();
    window.clearTimeout(waiting);
    await search().catch(() => undefined);
    const meant = found.find(({ id }) => id === text) ?? found.find(({ name }) => name.toLocaleLowerCase() === text.toLocaleLowerCase()) ?? (found.length === 1 ? found[0] : null);
    field.value = meant ? meant.id : text;
    field.dataset.settled = field.value;
    // nothing may have been looked up; and a form sends nothing while it still tells others that it is being sent
    window.setTimeout(() => form.requestSubmit());
  });
});
