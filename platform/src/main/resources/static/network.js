/* The drawing of a network. Everything it shows stands in the tables, too; what it changes is the address. */
(() => {
  const bench = document.querySelector('[data-network]');
  if (!bench || !window.cytoscape) return;
  const at = bench.dataset.network, form = bench.querySelector('[data-look]'), panel = bench.querySelector('[data-panel]');
  const told = bench.querySelector('[data-told]'), canvas = bench.querySelector('.canvas'), when = document.getElementById('when');
  let look = new URLSearchParams(location.search), drawn = null, asked = 0, scale = 1;

  /* Colours come from the style sheet; a probe turns names into what the canvas understands. */
  const probe = document.createElement('span');
  probe.hidden = true;
  bench.append(probe);
  function colour(name) {
    probe.style.color = `var(${name})`;
    const [r, g, b] = getComputedStyle(probe).color.match(/[\d.]+/g);
    return `rgb(${r},${g},${b})`;
  }
  const KINDS = {
    person: ['--data-1', 'diamond'], victim: ['--data-3', 'ellipse'], family: ['--data-4', 'hexagon'], organisation: ['--data-4', 'rectangle'],
    phone: ['--data-6', 'round-rectangle'], account: ['--data-6', 'round-tag'], advertisement: ['--data-6', 'tag'], vehicle: ['--data-6', 'pentagon'],
    address: ['--data-5', 'triangle'], 'bank-account': ['--data-6', 'octagon'], event: ['--data-5', 'star'], other: ['--data-1', 'ellipse'], group: ['--data-1', 'ellipse'],
  };
  const GROUPS = ['--data-1', '--data-3', '--data-4', '--data-5', '--data-6', '--room-steer', '--room-partner', '--room-prosecute'];

  window.cytoscape.warnings(false); /* signs that lie on each other are no fault */
  const cy = window.cytoscape({
    container: bench.querySelector('[data-drawing]'), minZoom: 0.02, maxZoom: 12, boxSelectionEnabled: false, textureOnViewport: true, hideEdgesOnViewport: false, layout: { name: 'preset' },
  });

  function style() {
    const ink = colour('--ink'), paper = colour('--paper'), line = colour('--line-strong'), hot = colour('--data-2');
    const dense = drawn && drawn.nodes.length > 150;
    cy.style([
      { selector: 'node', style: { shape: 'data(shape)', width: 'data(wide)', height: 'data(wide)', 'background-color': 'data(fill)', 'border-width': 2 * scale, 'border-color': paper } },
      { selector: 'node[?ring]', style: { 'border-color': 'data(fill)', 'background-color': paper, 'border-width': 2.5 * scale } },
      { selector: 'node[?together]', style: { 'background-opacity': 0.25, 'border-color': 'data(fill)', 'border-width': 2 * scale, label: 'data(label)', color: ink, 'font-family': '"Source Sans 3", sans-serif', 'font-size': 13 * scale, 'text-valign': 'center' } },
      { selector: dense ? 'node[?named]' : 'node[!together]', style: { label: 'data(label)', color: ink, 'font-family': '"Source Sans 3", sans-serif', 'font-size': (cy.width() < 500 ? 11 : 13) * scale, 'text-outline-color': paper, 'text-outline-width': 2.5 * scale, 'text-valign': 'top', 'text-margin-y': -3 * scale, 'min-zoomed-font-size': 7, 'text-max-width': 150 * scale, 'text-wrap': 'ellipsis' } },
      { selector: 'edge', style: { width: e => e.data('wide') * scale, 'line-color': line, 'line-opacity': 0.7, 'curve-style': dense ? 'haystack' : 'straight' } },
      { selector: 'edge[?doubt]', style: { 'line-style': 'dashed' } },
      { selector: dense ? 'edge[?never]' : 'edge[?directed]', style: { 'target-arrow-shape': 'triangle', 'target-arrow-color': line, 'arrow-scale': 0.8 * Math.sqrt(scale) } },
      { selector: '.near', style: { 'line-color': hot, 'line-opacity': 1, 'target-arrow-color': hot } },
      { selector: 'node.way', style: { 'border-color': hot, 'border-width': 4 * scale } },
      { selector: 'edge.way', style: { 'line-color': hot, 'line-opacity': 1, width: 4 * scale } },
      { selector: '.chosen', style: { 'background-color': hot, 'border-color': hot, label: 'data(label)', color: ink, 'font-family': '"Source Sans 3", sans-serif', 'font-size': 15 * scale, 'font-weight': 600, 'text-outline-color': paper, 'text-outline-width': 3 * scale, 'text-valign': 'top' } },
    ]);
  }

  function elements(picture) {
    const largest = Math.max(1e-12, ...picture.nodes.map(n => n.size)), by = look.get('size') ?? 'degree', shade = look.get('colour') ?? 'kind';
    const most = Math.max(1e-12, ...picture.nodes.map(n => n.shade));
    const base = (picture.nodes.length > 600 ? 7 : picture.nodes.length > 150 ? 10 : 16) * (cy.width() < 500 ? 0.6 : 1);
    const ranked = [...picture.nodes].sort((a, b) => b.size - a.size).slice(0, 40).map(n => n.id);
    const light = colour('--line').match(/\d+/g).map(Number), deep = colour('--data-1').match(/\d+/g).map(Number);
    const nodes = picture.nodes.map(n => {
      const [name, shape] = KINDS[n.kind] ?? KINDS.other, together = n.kind === 'group';
      const wide = scale * (together ? 18 + 9 * Math.sqrt(n.members) / 2 : by === 'none' ? base : base + base * 1.6 * Math.sqrt(n.size / largest));
      let fill = colour(name);
      if (shade === 'group' || together) fill = colour(GROUPS[n.group % GROUPS.length]);
      else if (shade !== 'kind') { const t = Math.sqrt(n.shade / most); fill = `rgb(${light.map((c, i) => Math.round(c + (deep[i] - c) * t)).join(',')})`; }
      return { group: 'nodes', data: { id: n.id, label: together ? String(n.members) : n.label, kind: n.kind, shape, wide, fill, ring: n.kind === 'victim' ? 1 : 0, together: together ? 1 : 0, named: ranked.includes(n.id) && !together ? 1 : 0 }, position: { x: n.x, y: n.y }, grabbable: !together };
    });
    const lines = picture.lines.map((l, i) => ({ group: 'edges', data: { id: 'l' + i, source: l.one, target: l.other, wide: Math.min(6, 1 + Math.log2(l.ties)), doubt: l.doubt ? 1 : 0, directed: l.directed ? 1 : 0 } }));
    return nodes.concat(lines);
  }

  /* Signs and words are as large on the screen whatever the network's extent. */
  function fit(picture) {
    const x = picture.nodes.map(n => n.x), y = picture.nodes.map(n => n.y);
    const left = Math.min(...x), top = Math.min(...y), w = Math.max(...x) - left || 1, h = Math.max(...y) - top || 1, edge = 44;
    const level = Math.max(0.02, Math.min(3, (cy.width() - 2 * edge) / w, (cy.height() - 2 * edge) / h));
    scale = 1 / level;
    cy.viewport({ zoom: level, pan: { x: cy.width() / 2 - level * (left + w / 2), y: cy.height() / 2 - level * (top + h / 2) } });
  }

  async function draw(keep) {
    const mine = ++asked;
    bench.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(`${at}/picture.json?${look}`);
      if (!answer.ok) throw new Error(String(answer.status));
      const picture = await answer.json();
      if (mine !== asked) return;
      drawn = picture;
      told.textContent = picture.told;
      months(picture);
      if (!keep) fit(picture);
      cy.batch(() => { cy.elements().remove(); cy.add(elements(picture)); });
      style();
      mark();
      bench.dataset.drawn = String(picture.nodes.length + picture.lines.length);
    } catch { if (mine === asked) told.textContent = bench.dataset.failed; }
    bench.removeAttribute('aria-busy');
  }

  /* Where a browser has no field for a month, people write one as they like: the house reads it, or says what it wants. */
  function months(picture) {
    let read = false;
    for (const name of ['from', 'to']) {
      const wrong = picture.unread.includes(name), field = form.elements[name], month = picture[name];
      document.getElementById(`${name}-error`).hidden = !wrong;
      if (wrong) field.setAttribute('aria-invalid', 'true'); else field.removeAttribute('aria-invalid');
      if ((look.get(name) ?? '') === month) continue;
      if (month) look.set(name, month); else look.delete(name);
      read = true;
    }
    if (read) here();
  }

  function mark() {
    const id = look.get('selected');
    cy.elements().removeClass('chosen near way');
    for (const way of drawn?.ways.slice(0, 1) ?? []) way.forEach((v, i) => {
      cy.getElementById(v).addClass('way');
      if (i) cy.getElementById(v).edgesWith(cy.getElementById(way[i - 1])).addClass('way');
    });
    const node = id ? cy.getElementById(id) : cy.collection();
    if (node.length && node.isNode()) { node.addClass('chosen'); node.connectedEdges().addClass('near'); }
    return node;
  }

  function here() {
    history.replaceState(null, '', `${at}${String(look) ? '?' + look : ''}`);
    document.querySelectorAll('[data-here]').forEach(input => { input.value = String(look); });
    document.querySelectorAll('.tabs a, .menu a[href*="/export"]').forEach(a => { a.search = String(look); });
  }

  async function inform(move) {
    const mine = asked;
    const answer = await fetch(`${at}/panel?${look}`).catch(() => null);
    if (!answer?.ok || mine !== asked) return;
    dispatchEvent(new CustomEvent('passerelle:leaves', { detail: panel }));
    panel.innerHTML = '';
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    panel.append(...page.body.childNodes);
    dispatchEvent(new CustomEvent('passerelle:comes', { detail: panel }));
    if (move) panel.focus();
  }

  function select(id, move) {
    if (id) look.set('selected', id); else look.delete('selected');
    form.elements.selected.value = id ?? '';
    here();
    const node = mark();
    if (id && !node.length) draw(true); /* its group stands as one: the server opens it */
    inform(move);
  }

  /* The form is the lens. A box that is not ticked hides. */
  function lens() {
    const fresh = new URLSearchParams();
    form.querySelectorAll('[data-hides]').forEach(box => { if (!box.checked) fresh.append(box.dataset.hides, box.value); });
    for (const [name, value] of new FormData(form)) {
      if (['hide', 'without', 'novictims'].includes(name) || value === '') continue;
      if ((name === 'least' && value === '0') || (name === 'size' && value === 'degree') || (name === 'colour' && value === 'kind') || (name === 'resolution' && value === '10')) continue;
      fresh.append(name, value);
    }
    look = fresh;
  }
  let waiting;
  function changed() {
    clearTimeout(waiting);
    waiting = setTimeout(async () => { lens(); here(); await draw(true); inform(); }, 180);
  }
  form.addEventListener('change', changed);
  form.addEventListener('submit', event => { event.preventDefault(); changed(); });

  when?.addEventListener('input', () => {
    const months = when.dataset.months.split('|'), month = months[when.value] ?? '';
    form.elements.from.value = month;
    form.elements.to.value = month;
    changed();
  });

  cy.on('tap', 'node', event => select(event.target.id()));
  cy.on('tap', event => { if (event.target === cy) select(null); });
  cy.on('dbltap', 'node', event => { if (event.target.data('together')) open(event.target.id().slice(1)); });
  cy.on('dragfree', 'node', event => {
    const { x, y } = event.target.position();
    const body = new URLSearchParams({ id: event.target.id(), x: x.toFixed(1), y: y.toFixed(1), _csrf: bench.dataset.csrf });
    fetch(`${at}/positions`, { method: 'POST', body });
  });

  function open(group) {
    const input = document.createElement('input');
    Object.assign(input, { type: 'hidden', name: 'open', value: group });
    form.append(input);
    lens(); here(); draw(true).then(() => inform());
  }
  function close(group) {
    form.querySelectorAll('input[name="open"]').forEach(input => { if (input.value === group) input.remove(); });
    look.delete('selected');
    form.elements.selected.value = '';
    lens(); here(); draw(true).then(() => inform());
  }
  panel.addEventListener('click', event => {
    const link = event.target.closest('[data-select]'), opener = event.target.closest('[data-open-group]'), closer = event.target.closest('[data-close-group]');
    if (opener) { event.preventDefault(); open(opener.dataset.openGroup); }
    else if (closer) close(closer.dataset.closeGroup);
    else if (link) { event.preventDefault(); select(link.dataset.select, true); const node = cy.getElementById(link.dataset.select); if (node.length && !inside(node)) cy.center(node); }
  });

  bench.querySelectorAll('[data-zoom]').forEach(button => button.addEventListener('click', () => zoom(button.dataset.zoom)));
  function zoom(how) {
    if (how === 'fit') draw(false);
    else cy.zoom({ level: cy.zoom() * (how === 'in' ? 1.3 : 1 / 1.3), renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  }

  /* By keys: arrows go to the nearest sign that way, Enter reads what is known of it. */
  canvas.addEventListener('keydown', event => {
    if (event.target !== canvas) return;
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (way) {
      event.preventDefault();
      const from = cy.nodes('.chosen').first(), p = from.length ? from.position() : { x: (cy.extent().x1 + cy.extent().x2) / 2, y: (cy.extent().y1 + cy.extent().y2) / 2 };
      let best = null, least = Infinity;
      cy.nodes().forEach(node => {
        const q = node.position(), ahead = (q.x - p.x) * way[0] + (q.y - p.y) * way[1], aside = Math.abs((q.x - p.x) * way[1]) + Math.abs((q.y - p.y) * way[0]);
        if (node.same(from) || ahead <= 0.5) return;
        const cost = ahead + 2 * aside;
        if (cost < least) { least = cost; best = node; }
      });
      if (best) { select(best.id()); if (!inside(best)) cy.center(best); }
    } else if (event.key === 'Enter') {
      const group = cy.nodes('.chosen[?together]').first();
      if (group.length) open(group.id().slice(1)); else panel.focus();
    } else if (event.key === '+' || event.key === '-') zoom(event.key === '+' ? 'in' : 'out');
    else if (event.key === '0') zoom('fit');
    else if (event.key === 'Escape') select(null);
    else return;
    event.preventDefault();
  });
  function inside(node) { const p = node.renderedPosition(); return p.x > 20 && p.y > 20 && p.x < cy.width() - 20 && p.y < cy.height() - 20; }

  /* The shortest way between two names of the list. */
  document.querySelector('[data-way]')?.addEventListener('submit', event => {
    event.preventDefault();
    const id = input => document.querySelector(`#everybody option[value="${CSS.escape(input.value)}"]`)?.dataset.id ?? '';
    for (const [name, field] of [['way', 'way-from'], ['end', 'way-to']]) {
      let input = form.elements[name];
      if (!input) { input = document.createElement('input'); input.type = 'hidden'; input.name = name; form.append(input); }
      input.value = id(document.getElementById(field));
    }
    changed();
    canvas.scrollIntoView({ block: 'nearest' });
  });

  new MutationObserver(() => draw(true)).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  draw(false);
})();
