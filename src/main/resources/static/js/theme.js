// Dark or light, as the reader's system is, and always light on paper; it runs before anything is shown.

const dark = window.matchMedia('(prefers-color-scheme: dark)');

function show(theme) {
  document.documentElement.dataset.bsTheme = theme;
  document.dispatchEvent(new Event('theme'));
}

function follow() {
  show(dark.matches ? 'dark' : 'light');
}

dark.addEventListener('change', follow);
window.addEventListener('beforeprint', () => show('light'));
window.addEventListener('afterprint', follow);
follow();
