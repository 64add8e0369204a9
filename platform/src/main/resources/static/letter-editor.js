/* What the editor of the letter needs beyond forms: the block as readers will see it while it is written, facts of the register found by typing,
   and the point of a picture that matters, by pressing on it. */
(() => {
  for (const box of document.querySelectorAll('[data-focus]')) {
    const field = name => box.querySelector(`[name="${name}"]`);
    const across = field('focus-across'), down = field('focus-down'), shape = field('shape');
    const whole = box.querySelector('.focus-whole'), point = box.querySelector('.focus-point'), part = box.querySelector('.focus-part');
    const shown = part.querySelector('img');
    const percent = input => Math.min(100, Math.max(0, input.value === '' ? 50 : Number(input.value)));
    const draw = () => {
      const ratio = box.querySelector(`[data-shape="${CSS.escape(shape.value)}"]`)?.dataset.ratio ?? '';
      point.style.left = `${percent(across)}%`;
      point.style.top = `${percent(down)}%`;
      point.hidden = ratio === '';
      part.hidden = ratio === '';
      if (ratio === '') return;
      const [wide, high] = ratio.split(' / ').map(Number);
      shown.style.aspectRatio = ratio;
      /* as it is cut on the server: the point in the middle, as far as the edges allow */
      const place = (at, length, kept) => length === kept ? 50 : 100 * Math.min(length - kept, Math.max(0, length * at / 100 - kept / 2)) / (length - kept);
      const scale = Math.min(shown.naturalWidth / wide, shown.naturalHeight / high);
      if (!scale) return;
      shown.style.objectPosition = `${place(percent(across), shown.naturalWidth, wide * scale)}% ${place(percent(down), shown.naturalHeight, high * scale)}%`;
    };
    whole.addEventListener('click', event => {
      const edge = whole.getBoundingClientRect();
      across.value = Math.round(100 * (event.clientX - edge.left) / edge.width);
      down.value = Math.round(100 * (event.clientY - edge.top) / edge.height);
      across.dispatchEvent(new Event('input', { bubbles: true }));
    });
    box.addEventListener('input', draw);
    shown.addEventListener('load', draw);
    draw();
  }

  /* The block beside its form, drawn anew while it is written. */
  for (const pane of document.querySelectorAll('[data-proof]')) {
    const form = pane.parentElement.querySelector('form');
    const language = pane.querySelector('#proof-language'), look = pane.querySelector('#proof-look');
    const shown = pane.querySelector('.proof-shown'), said = pane.querySelector('.proof-said');
    /* of a form with all texts of an issue the part that is being written */
    const parts = [...form.querySelectorAll('[data-block]')];
    let part = parts.find(one => one.open) ?? parts[0] ?? null;
    let soon, running = null;
    const draw = async () => {
      running?.abort();
      const mine = running = new AbortController();
      const fields = new URLSearchParams();
      for (const [name, value] of new FormData(form)) {
        if (typeof value === 'string' && name !== '_once' && (!part || name.startsWith('_') || name.startsWith(part.dataset.block))) fields.append(name, value);
      }
      if (part) fields.set('_block', part.dataset.block.replace(/\.$/, ''));
      fields.set('_proof', language.value);
      fields.set('_look', look.value);
      try {
        const answer = await fetch(pane.dataset.proof, { method: 'POST', body: fields, redirect: 'error', signal: mine.signal });
        if (!answer.ok) throw new Error(String(answer.status));
        const drawn = new DOMParser().parseFromString(await answer.text(), 'text/html');
        if (mine.signal.aborted) return;
        shown.replaceChildren(...drawn.body.childNodes);
        shown.dataset.drawn = String(Number(shown.dataset.drawn ?? 0) + 1);
        said.textContent = '';
      } catch (failure) {
        if (failure.name !== 'AbortError') said.textContent = pane.dataset.failed;
      }
    };
    form.addEventListener('input', () => { clearTimeout(soon); soon = setTimeout(draw, 120); });
    for (const choice of [language, look]) choice.addEventListener('change', draw);
    /* Whoever writes French sees the French edition, and of all texts the block in which they write. */
    form.addEventListener('focusin', event => {
      const written = event.target.lang, of = event.target.closest('[data-block]') ?? part;
      const option = written && [...language.options].find(one => one.value === written);
      const other = option && !option.selected && !(written === 'sr-Cyrl' && language.value === 'sr-Latn');
      if (!other && of === part) return;
      if (other) language.value = written;
      part = of;
      draw();
    });
    // a link within the block leads to places of the page that are not here
    shown.addEventListener('click', event => { if (event.target.closest('a')) event.preventDefault(); });
    pane.hidden = false;
    draw();
  }

  /* Setting all editions takes seconds: how they end on paper is told when it is known. The link stays without it. */
  for (const place of document.querySelectorAll('[data-paper]')) {
    fetch(place.dataset.paper, { redirect: 'error' })
      .then(answer => answer.ok ? answer.text() : '')
      .then(text => {
        const ends = new DOMParser().parseFromString(text, 'text/html').getElementById('paper-ends');
        if (ends) place.after(ends);
      })
      .catch(() => { /* the link leads there */ });
  }

  /* Blocks are dragged by a grip, with mouse or finger; the buttons beside it do the same by keyboard. */
  for (const list of document.querySelectorAll('[data-drag]')) {
    for (const row of list.children) {
      const form = row.querySelector('form[action$="/move"]');
      if (!form) continue;
      const grip = document.createElement('span');
      grip.className = 'grip';
      grip.title = list.dataset.drag;
      grip.setAttribute('aria-hidden', 'true');
      row.prepend(grip);
      grip.addEventListener('pointerdown', event => {
        if (event.button !== 0) return;
        event.preventDefault();
        const stood = row.nextElementSibling, end = new AbortController(), at = { signal: end.signal };
        row.classList.add('dragged');
        const over = () => { end.abort(); row.classList.remove('dragged'); };
        const back = () => { over(); list.insertBefore(row, stood); };
        addEventListener('pointermove', moved => {
          if (moved.pointerId !== event.pointerId) return;
          const next = [...list.children].find(one => {
            const edge = one.getBoundingClientRect();
            return one !== row && moved.clientY < edge.top + edge.height / 2;
          }) ?? null;
          if (next !== row.nextElementSibling) list.insertBefore(row, next);
          if (moved.clientY < 48 && moved.movementY < 0) scrollBy(0, -24);
          else if (moved.clientY > innerHeight - 48 && moved.movementY > 0) scrollBy(0, 24);
        }, at);
        addEventListener('pointerup', moved => {
          if (moved.pointerId !== event.pointerId) return;
          over();
          if (row.nextElementSibling === stood) return;
          const before = document.createElement('input');
          before.type = 'hidden';
          before.name = 'before';
          before.value = row.nextElementSibling?.id ?? '';
          form.append(before);
          form.requestSubmit();
        }, at);
        addEventListener('pointercancel', back, at);
        addEventListener('keydown', pressed => { if (pressed.key === 'Escape') back(); }, at);
      });
    }
  }

  /* After an @ the register is looked through; what is chosen is cited, and each edition says it in its own words. */
  for (const form of document.querySelectorAll('[data-facts]')) {
    let list = null, field = null, running = null, soon, from = 0;
    const status = form.appendChild(document.createElement('p'));
    status.className = 'visually-hidden';
    status.setAttribute('role', 'status');
    const close = () => {
      clearTimeout(soon);
      running?.abort();
      list?.remove();
      list = null;
      field?.removeAttribute('aria-activedescendant');
      field?.removeAttribute('aria-controls');
    };
    const options = () => list ? [...list.querySelectorAll('[data-reference]')] : [];
    const chosen = () => options().find(one => one.getAttribute('aria-selected') === 'true');
    const select = option => {
      for (const one of options()) one.setAttribute('aria-selected', String(one === option));
      if (!option) return;
      field.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    };
    const take = option => {
      const written = field;
      close();
      written.setRangeText(option.dataset.reference, from, written.selectionStart, 'end');
      written.focus();
      written.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const look = async sought => {
      running?.abort();
      const mine = running = new AbortController();
      try {
        const answer = await fetch(`${form.dataset.facts}?q=${encodeURIComponent(sought)}`, { redirect: 'error', signal: mine.signal });
        if (!answer.ok) return;
        const found = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[role="listbox"]');
        if (mine.signal.aborted || !found) return;
        list?.remove();
        list = found;
        list.id = 'facts-found';
        field.after(list);
        field.setAttribute('aria-controls', list.id);
        status.textContent = list.dataset.said;
        select(options()[0]);
        list.addEventListener('mousedown', event => {
          event.preventDefault();
          const option = event.target.closest('[data-reference]');
          if (option) take(option);
        });
      } catch { /* typed on, or no network for a moment */ }
    };
    form.addEventListener('input', event => {
      if (!event.target.matches('textarea, input[lang]')) return;
      if (field !== event.target) close();
      field = event.target;
      const sought = /(?:^|[\s(«„“])@([\p{L}\p{N}][\p{L}\p{N} ’-]{1,40})$/u.exec(field.value.slice(0, field.selectionStart));
      if (!sought) { close(); return; }
      from = field.selectionStart - sought[1].length - 1;
      clearTimeout(soon);
      soon = setTimeout(() => look(sought[1]), 150);
    });
    form.addEventListener('keydown', event => {
      const all = options();
      if (!all.length || event.target !== field) { if (event.key === 'Escape') close(); return; }
      const at = all.indexOf(chosen());
      if (event.key === 'ArrowDown') select(all[(at + 1) % all.length]);
      else if (event.key === 'ArrowUp') select(all[(at + all.length - 1) % all.length]);
      else if (event.key === 'Enter') take(all[Math.max(0, at)]);
      else if (event.key === 'Escape') close();
      else return;
      event.preventDefault();
    });
    form.addEventListener('focusout', event => { if (event.target === field) close(); });
  }
})();
