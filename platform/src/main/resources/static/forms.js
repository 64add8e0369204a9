/* What forms need beyond HTML: "none of these" stands alone, a long list can be shortened, and the page of numbers is kept for when there is no signal. */
(() => {
  document.addEventListener('change', event => {
    const box = event.target;
    if (box.type !== 'checkbox' || !box.checked || !box.name.startsWith('q-')) return;
    for (const other of box.form.querySelectorAll(`input[name="${CSS.escape(box.name)}"]`)) {
      if (other !== box && ('alone' in box.dataset || 'alone' in other.dataset)) other.checked = false;
    }
  });

  /* Where one answer is all that is asked, pressing it leads on. Arrows of the keyboard only move in the group. */
  let leading = false;
  document.addEventListener('click', event => {
    const form = event.detail > 0 ? event.target.closest('.choice')?.closest('form[data-leads-on]') : null;
    const on = form?.querySelector('.thumb .primary');
    // a touch that was not meant leads to another page, and hands nothing in
    if (!on || on.value === 'finish' || leading) return;
    leading = true;
    setTimeout(() => { leading = false; if (form.querySelector('input[type="radio"]:checked')) form.requestSubmit(on); });
  });

  for (const filter of document.querySelectorAll('[data-filter]')) {
    filter.closest('.filter-list').hidden = false;
    const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    filter.addEventListener('input', () => {
      const sought = plain(filter.value.trim());
      for (const choice of document.getElementById(filter.dataset.filter).querySelectorAll('.choice')) {
        choice.hidden = !choice.querySelector('input').checked && !plain(`${choice.textContent} ${choice.dataset.everywhere ?? ''}`).includes(sought);
      }
    });
    filter.addEventListener('keydown', event => { if (event.key === 'Enter') event.preventDefault(); });
  }

  if ('serviceWorker' in navigator) navigator.serviceWorker.register('/sw.js').catch(() => { /* without it the page needs a signal */ });
})();
