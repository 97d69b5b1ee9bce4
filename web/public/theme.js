// Sets the theme before the first paint. A file of its own because the page's policy forbids inline scripts.
(() => {
  let choice = null;
  try {
    choice = localStorage.getItem('lakewright.theme');
  } catch {
    // Storage may be switched off; the system's setting then decides.
  }
  const dark =
    choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.classList.toggle('dark', dark);
})();
