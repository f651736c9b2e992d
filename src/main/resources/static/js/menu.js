// Opens and closes the menu, which is behind a button on a narrow screen.

const button = document.querySelector('.navbar-toggler');

button.addEventListener('click', () => {
  const opens = button.getAttribute('aria-expanded') === 'false';
  button.setAttribute('aria-expanded', opens);
  document.getElementById(button.getAttribute('aria-controls')).classList.toggle('show', opens);
});
