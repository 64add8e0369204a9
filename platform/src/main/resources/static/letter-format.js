/* Buttons and keys that write the signs of formatted text into the field that is being written; Paragraph.java reads them. What the
   browser inserts itself can be undone with Ctrl+Z. */
(() => {
  const template = document.getElementById('format-bar');
  if (!template) return;
  const INLINE = { bold: ['**', '**'], italic: ['_', '_'] };
  const KEYS = { b: 'bold', i: 'italic', k: 'link' };
  const LINES = { list: /^[-•] +/, numbered: /^\d{1,2}\. +/, heading: /^## +/ };

  const put = (field, from, to, words, selectFrom, selectTo) => {
    field.focus();
    field.setSelectionRange(from, to);
    if (!document.execCommand('insertText', false, words)) {
      field.setRangeText(words, from, to, 'end');
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    field.setSelectionRange(selectFrom, selectTo);
  };

  /* without the spaces around what is selected: a sign next to a space formats nothing */
  const selected = field => {
    let from = field.selectionStart, to = field.selectionEnd;
    while (from < to && /\s/.test(field.value[from])) from++;
    while (to > from && /\s/.test(field.value[to - 1])) to--;
    return [from, to];
  };

  const around = (field, [open, close]) => {
    const [from, to] = selected(field), text = field.value;
    if (text.slice(from - open.length, from) === open && text.slice(to, to + close.length) === close) {
      put(field, from - open.length, to + close.length, text.slice(from, to), from - open.length, to - open.length);
    } else {
      put(field, from, to, open + text.slice(from, to) + close, from + open.length, to + open.length);
    }
  };

  const link = field => {
    const [from, to] = selected(field), words = field.value.slice(from, to);
    const address = /^https?:\/\/\S+$/.test(words) ? words : 'https://';
    const written = `[${address === words ? '' : words}](${address})`;
    const at = address === words || words === '' ? from + 1 : from + written.length - 1;
    put(field, from, to, written, at, at);
  };

  const note = field => {
    const calls = [...field.value.matchAll(/\[(\d{1,2})\]/g)].map(call => Number(call[1]));
    const call = `[${Math.max(0, ...calls) + 1}]`, at = field.selectionEnd;
    put(field, at, at, call, at + call.length, at + call.length);
  };

  /* whole lines, with an empty line before and after, as each block of text needs it */
  const lines = (field, kind) => {
    const text = field.value;
    const from = text.lastIndexOf('\n', field.selectionStart - 1) + 1;
    const after = text.indexOf('\n', field.selectionEnd);
    const to = after < 0 ? text.length : after;
    const before = text.slice(from, to).split('\n').filter(line => line.trim() !== '' || from === to);
    const has = before.every(line => LINES[kind].test(line));
    const bare = before.map(line => Object.values(LINES).reduce((rest, sign) => rest.replace(sign, ''), line));
    const signs = { list: () => '- ', numbered: at => `${at + 1}. `, heading: () => '## ' };
    const made = (has ? bare : bare.map((line, at) => signs[kind](at) + line)).join(kind === 'heading' ? '\n\n' : '\n');
    const gap = (beside, end) => beside === '' || end.test(beside) ? '' : beside.endsWith('\n') || beside.startsWith('\n') ? '\n' : '\n\n';
    const open = has ? '' : gap(text.slice(0, from), /\n\s*\n$/), close = has ? '' : gap(text.slice(to), /^\n\s*\n/);
    put(field, from, to, open + made + close, from + open.length + made.length, from + open.length + made.length);
  };

  const format = (field, kind) => {
    if (INLINE[kind]) around(field, INLINE[kind]);
    else if (kind === 'link') link(field);
    else if (kind === 'note') note(field);
    else lines(field, kind);
  };

  for (const set of document.querySelectorAll('[data-formatted] fieldset.tongues')) {
    if (!/(^|\.)(text|aside)$/.test(set.id)) continue;
    const fields = [...set.querySelectorAll('textarea')];
    const bar = template.content.firstElementChild.cloneNode(true);
    const buttons = [...bar.querySelectorAll('button')];
    let field = fields[0];
    bar.setAttribute('aria-controls', fields.map(one => one.id).join(' '));
    set.querySelector('.tongue-fields').before(bar);
    /* one stop of the tab key; arrows go from button to button */
    const stop = next => buttons.forEach(button => { button.tabIndex = button === next ? 0 : -1; });
    stop(buttons[0]);
    bar.addEventListener('keydown', event => {
      const at = buttons.indexOf(document.activeElement);
      const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
      if (at < 0 || next === undefined) return;
      event.preventDefault();
      const button = buttons[(next + buttons.length) % buttons.length];
      stop(button);
      button.focus();
    });
    bar.addEventListener('mousedown', event => event.preventDefault());
    bar.addEventListener('click', event => {
      const button = event.target.closest('[data-format]');
      if (!button) return;
      stop(button);
      format(field, button.dataset.format);
    });
    for (const one of fields) {
      one.addEventListener('focus', () => { field = one; });
      one.addEventListener('keydown', event => {
        const kind = KEYS[event.key.toLowerCase()];
        if (!kind || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
        event.preventDefault();
        format(one, kind);
      });
    }
  }
})();
