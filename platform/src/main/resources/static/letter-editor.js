/* What the editor of the letter needs beyond forms: the point of a picture that matters, by pressing on it. */
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
})();
