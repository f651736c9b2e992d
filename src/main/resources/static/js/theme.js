// Sets the theme: dark or light like the system of the reader, and always light on paper. Runs before the page is shown.

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
