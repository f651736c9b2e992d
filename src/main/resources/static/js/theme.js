// Dark or light, as the reader's system is; it runs before anything is shown.

const dark = window.matchMedia('(prefers-color-scheme: dark)');

function follow() {
  document.documentElement.dataset.bsTheme = dark.matches ? 'dark' : 'light';
  document.dispatchEvent(new Event('theme'));
}

dark.addEventListener('change', follow);
follow();
