/* Areas of a page, marked by mouse, pen, finger or keys; the form beside it says the same in numbers and is what is sent. */
(() => {
  const seen = document.querySelector('[data-redact]'), form = document.querySelector('[data-area]');
  if (!seen || !form) return;
  const svg = seen.querySelector('svg'), wide = svg.viewBox.baseVal.width, high = svg.viewBox.baseVal.height;
  const field = name => form.elements[name], number = name => parseInt(field(name).value, 10);
  const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  rect.setAttribute('class', 'marking');
  svg.append(rect);
  seen.dataset.ready = '';

  const show = () => {
    const all = ['x', 'y', 'width', 'height'].map(number);
    if (all.some(Number.isNaN)) { rect.removeAttribute('width'); return; }
    ['x', 'y', 'width', 'height'].forEach((name, i) => rect.setAttribute(name, all[i]));
  };
  const within = (value, least, most) => Math.max(least, Math.min(value, most));
  /* an area ends where the page ends, also when the pointer went on */
  const set = (x, y, width, height) => {
    const left = within(Math.round(x), 0, Math.floor(wide) - 1), top = within(Math.round(y), 0, Math.floor(high) - 1);
    field('x').value = left;
    field('y').value = top;
    field('width').value = within(Math.round(width), 1, Math.ceil(wide) - left);
    field('height').value = within(Math.round(height), 1, Math.ceil(high) - top);
    show();
  };
  const point = event => {
    const box = svg.getBoundingClientRect();
    return [within((event.clientX - box.left) / box.width * wide, 0, wide), within((event.clientY - box.top) / box.height * high, 0, high)];
  };
  let from = null;
  seen.addEventListener('pointerdown', event => {
    if (event.button > 0 || from) return;
    seen.setPointerCapture(event.pointerId);
    from = { of: event.pointerId, at: point(event) };
    event.preventDefault();
    seen.focus({ preventScroll: true });
  });
  seen.addEventListener('pointermove', event => {
    if (from?.of !== event.pointerId) return;
    const [x, y] = point(event), [a, b] = from.at;
    set(Math.min(a, x), Math.min(b, y), Math.abs(x - a), Math.abs(y - b));
  });
  for (const end of ['pointerup', 'pointercancel']) seen.addEventListener(end, event => { if (from?.of === event.pointerId) from = null; });
  /* arrows move the area, with Shift they change its size, Enter goes on to the reason */
  seen.addEventListener('keydown', event => {
    const step = { ArrowLeft: [-5, 0], ArrowRight: [5, 0], ArrowUp: [0, -5], ArrowDown: [0, 5] }[event.key];
    if (event.key === 'Enter') { event.preventDefault(); field('reason').focus(); return; }
    if (!step) return;
    event.preventDefault();
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map(number);
    if (Number.isNaN(width) || Number.isNaN(height) || Number.isNaN(x) || Number.isNaN(y)) set(wide / 4, high / 4, wide / 4, 20);
    else if (event.shiftKey) set(x, y, width + step[0], height + step[1]);
    else set(x + step[0], y + step[1], width, height);
  });
  form.addEventListener('input', show);
  show();
})();
