/* Signing by finger, pen or mouse: strokes are kept as shares of the field, so that turning the phone loses none, and the picture goes with the form. */
(() => {
  for (const form of document.querySelectorAll('[data-sign]')) {
    form.hidden = false;
    const canvas = form.querySelector('canvas'), file = form.querySelector('input[type="file"]'), keep = form.querySelector('[type="submit"]');
    const pen = canvas.getContext('2d');
    let strokes = [], stroke = null;

    const point = event => {
      const box = canvas.getBoundingClientRect();
      return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
    };
    const draw = () => {
      pen.fillStyle = '#fff';
      pen.fillRect(0, 0, canvas.width, canvas.height);
      Object.assign(pen, { strokeStyle: '#111', lineWidth: Math.max(2, canvas.width / 200), lineCap: 'round', lineJoin: 'round' });
      for (const line of strokes) {
        pen.beginPath();
        line.forEach(([x, y], i) => pen[i ? 'lineTo' : 'moveTo'](x * canvas.width, y * canvas.height));
        // a point is a mark as well
        if (line.length === 1) pen.lineTo(line[0][0] * canvas.width + 0.1, line[0][1] * canvas.height);
        pen.stroke();
      }
    };
    const fit = () => {
      const ratio = Math.min(2, window.devicePixelRatio || 1);
      canvas.width = Math.max(300, Math.round(canvas.clientWidth * ratio));
      canvas.height = Math.round(canvas.width * canvas.clientHeight / Math.max(1, canvas.clientWidth));
      draw();
    };
    const take = () => {
      if (!strokes.length) { file.value = ''; keep.disabled = true; return; }
      canvas.toBlob(blob => {
        const data = new DataTransfer();
        data.items.add(new File([blob], 'signature.png', { type: 'image/png' }));
        file.files = data.files;
        keep.disabled = false;
      }, 'image/png');
    };

    canvas.addEventListener('pointerdown', event => {
      if (event.button > 0 || stroke) return;
      canvas.setPointerCapture(event.pointerId);
      stroke = { of: event.pointerId, line: [point(event)] };
      strokes.push(stroke.line);
      draw();
      event.preventDefault();
    });
    canvas.addEventListener('pointermove', event => {
      if (stroke?.of !== event.pointerId) return;
      for (const one of event.getCoalescedEvents?.() ?? [event]) stroke.line.push(point(one));
      draw();
    });
    for (const end of ['pointerup', 'pointercancel']) canvas.addEventListener(end, event => {
      if (stroke?.of !== event.pointerId) return;
      stroke = null;
      take();
    });
    form.querySelector('[data-clear]').addEventListener('click', () => { strokes = []; stroke = null; draw(); take(); });
    addEventListener('resize', fit);
    fit();
  }
})();
