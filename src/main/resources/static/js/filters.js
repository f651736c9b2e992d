// Shortens the list of cities while the reader types. Without this script, the form sends the typed name.

const pickers = [...document.querySelectorAll('[data-picker]')];

function close(picker) {
  if (picker.open) {
    picker.open = false;
    picker.querySelector('summary').focus();
  }
}

document.addEventListener('click', (event) => {
  pickers.filter((picker) => !picker.contains(event.target)).forEach((picker) => {
    picker.open = false;
  });
});

pickers.forEach((picker) => {
  picker.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      close(picker);
    }
  });
});

document.querySelectorAll('[data-picker-search]').forEach((search) => {
  // a load may bring new options
  const options = () => [...search.closest('fieldset').querySelectorAll('.picker-option')];
  const name = (option) => option.textContent.trim().toLocaleLowerCase();

  search.addEventListener('input', () => {
    const typed = search.value.trim().toLocaleLowerCase();
    options().forEach((option) => {
      option.hidden = !name(option).includes(typed);
    });
  });

  search.form.addEventListener('submit', () => {
    const typed = search.value.trim().toLocaleLowerCase();
    if (typed === '') {
      return;
    }
    const found = options().filter((option) => !option.hidden);
    const meant = options().find((option) => name(option) === typed) ?? (found.length === 1 ? found[0] : null);
    if (meant) {
      meant.querySelector('input').checked = true;
      search.value = '';
    }
  });
});

// On a phone, the fields are behind a button.
document.querySelectorAll('[data-filter-toggle]').forEach((button) => button.addEventListener('click', () => {
  button.setAttribute('aria-expanded', button.form.toggleAttribute('data-open'));
}));

// Leaves empty fields out of the link, to keep it short. A link without any filter opens with another period, so only such a link says that it means all time.
document.querySelectorAll('[data-filter-form]').forEach((form) => form.addEventListener('formdata', (event) => {
  [...new Set(event.formData.keys())].forEach((key) => {
    const values = event.formData.getAll(key).filter((value) => value !== '');
    event.formData.delete(key);
    values.forEach((value) => event.formData.append(key, value));
  });
  if ([...event.formData.keys()].some((key) => !['period', 'by', 'measure'].includes(key))) {
    event.formData.delete('period');
  }
}));
