/* Captions: the timeline (zoom, play, drag, nudge), the frame that follows what is chosen, the look that is tried on, the meter.
   It decides nothing: what changes the film goes to the server as a verb, by `reelwright.send`. */
(() => {
  'use strict';
  const $ = (s, at = document) => at.querySelector(s), $$ = (s, at = document) => [...at.querySelectorAll(s)];
  const studio = () => window.reelwright, page = () => studio()?.page || {}, here = () => page().stage === 'subtitles';
  const tab = () => $('#tab-subtitles'), inner = () => $('#tab-subtitles .ct-in'), scroller = () => $('#tab-subtitles .ct-scroll');
  const clock = t => `${Math.floor(t / 60)}:${(t % 60).toFixed(1).padStart(4, '0')}`;
  const put = (el, name, value) => { if (el && el.getAttribute(name) !== value) value === null ? el.removeAttribute(name) : el.setAttribute(name, value); };
  const memory = { get: k => { try { return localStorage.getItem(k); } catch { return null; } }, set: (k, v) => { try { localStorage.setItem(k, v); } catch { /* private window */ } } };

  /* ---- zoom ---- */
  let scale = +memory.get('rw-pps') || 64;
  const zoom = by => { const s = scroller(), at = s ? (s.scrollLeft + s.clientWidth / 2) / scale : 0; scale = Math.min(240, Math.max(10, scale * by)); memory.set('rw-pps', scale); widen(); if (s) s.scrollLeft = at * scale - s.clientWidth / 2; };
  const widen = () => { const el = inner(); if (el && el.style.getPropertyValue('--pps') !== String(scale)) el.style.setProperty('--pps', scale); };

  /* ---- which caption is looked at: the frame shows it, its blocks are marked ---- */
  let cue = '', kept = 0, seenFilm = '';
  function look(id, at, quiet) {
    cue = id; $$('#tab-subtitles .ct-cue').forEach(b => put(b, 'aria-current', b.dataset.cue === cue ? 'true' : null));
    $$('#tab-subtitles [data-form-cue]').forEach(f => f.classList.toggle('on', f.dataset.formCue === cue));
    picture(at); if (!quiet) reveal($(`#tab-subtitles .ct-cue[data-cue="${CSS.escape(id)}"]`));
  }
  let tried = '', triedOn = ''; /* what is tried on stays until one points away, or the film has changed */
  function picture(at, wishes = tried) {
    const img = $('#cap-frame'); if (!img) return; if (triedOn !== img.dataset.base) { triedOn = img.dataset.base; if (wishes === tried) wishes = ''; } tried = wishes; const time = at ?? +img.dataset.now ?? +img.dataset.at, base = img.dataset.base;
    put(img, 'data-now', String(time)); const url = `${base}&at=${(+time).toFixed(2)}${wishes ? '&' + wishes : ''}`;
    if (img.getAttribute('src') !== url) img.setAttribute('src', url);
  }
  function reveal(el) {
    const s = scroller(); if (!el || !s) return; const left = el.offsetLeft, right = left + el.offsetWidth;
    if (left < s.scrollLeft + 24 || right > s.scrollLeft + s.clientWidth - 24) s.scrollLeft = Math.max(0, left - s.clientWidth / 3);
  }

  /* ---- playing: the voices one after another, at their places ---- */
  const sound = new Audio(); let now = 0, playing = false, line = null, since = 0, pause = 0;
  const lines = () => $$('#tab-subtitles [data-line]').map(el => ({ el, id: el.dataset.line, start: +el.dataset.start, length: +el.dataset.length, url: el.dataset.sound }));
  function start(at) {
    const all = lines(), next = all.find(l => at < l.start + l.length - 0.05); if (!next) { stop(); now = 0; head(); return; }
    playing = true; line = next; now = at;
    if (at < next.start) { since = performance.now(); pause = setTimeout(() => start(next.start), 1000 * (next.start - at)); line = null; requestAnimationFrame(tick); return; }
    if (!sound.src.endsWith(next.url)) sound.src = next.url;
    sound.currentTime = Math.max(0, at - next.start); sound.play().catch(stop); requestAnimationFrame(tick);
  }
  function stop() { playing = false; clearTimeout(pause); sound.pause(); button(); }
  sound.addEventListener('ended', () => { if (playing && line) start(line.start + line.length + 0.001); });
  function tick() {
    if (!playing || !here()) { if (playing) stop(); return; }
    if (line) now = line.start + sound.currentTime; else { const t = performance.now(); now += (t - since) / 1000; since = t; }
    head(true); button(); requestAnimationFrame(tick);
  }
  function head(follow) {
    const el = $('#tab-subtitles .ct-now'); if (!el) return; el.style.setProperty('--s', now.toFixed(3));
    const out = $('#tab-subtitles [data-ct-clock] span'); if (out && out.textContent !== clock(now)) out.textContent = clock(now); /* else every answer would be followed by another, without end */
    if (!follow) return; const s = scroller(), x = now * scale; if (s && (x < s.scrollLeft || x > s.scrollLeft + s.clientWidth - 40)) s.scrollLeft = Math.max(0, x - 60);
    const on = $$('#tab-subtitles .ct-cue').find(b => now >= +b.dataset.start && now < +b.dataset.end); if (on && on.dataset.cue !== cue) look(on.dataset.cue, +on.dataset.at, true);
  }
  const button = () => { const b = $('#tab-subtitles .ct-head [data-do=play]'); if (b) { const use = $('use', b), want = playing ? '#i-pause' : '#i-play'; put(use, 'href', want); } };
  const toggle = () => playing ? stop() : start(now);

  /* ---- drag and nudge ---- */
  const times = b => ({ start: +b.dataset.start, end: +b.dataset.end });
  function set(b, start, end) { b.dataset.start = start.toFixed(3); b.dataset.end = end.toFixed(3); b.style.setProperty('--s', start.toFixed(3)); b.style.setProperty('--l', Math.max(0.1, end - start).toFixed(3)); b._moved = true; }
  function commit(b) { if (!b._moved) return; b._moved = false; studio().send('cue-move', { unit: b.dataset.unit, id: b.dataset.index, take: +b.dataset.take, ...times(b) }); }
  let drag = null;
  window.addEventListener('pointerdown', e => {
    const b = e.target.closest?.('.ct-cue'); if (!b || e.button) return; const edge = e.target.matches('i.l') ? 'l' : e.target.matches('i.r') ? 'r' : '';
    drag = { b, edge, x: e.clientX, ...times(b), far: false }; b.setPointerCapture?.(e.pointerId);
  }, true);
  window.addEventListener('pointermove', e => {
    if (!drag) return; const by = (e.clientX - drag.x) / scale; if (!drag.far && Math.abs(e.clientX - drag.x) < 3) return; drag.far = true;
    const all = $$('#tab-subtitles .ct-cue'), i = all.indexOf(drag.b), low = i ? +all[i - 1].dataset.end : 0, high = i + 1 < all.length ? +all[i + 1].dataset.start : 1e6;
    let { start: a, end: z } = drag; if (drag.edge !== 'r') a += by; if (drag.edge !== 'l') z += by;
    if (!drag.edge) { const over = Math.max(0, low - a) - Math.max(0, z - high); a += over; z += over; } else { a = Math.min(Math.max(a, low), z - 0.1); z = Math.max(Math.min(z, high), a + 0.1); }
    set(drag.b, a, z);
  });
  window.addEventListener('pointerup', () => { if (!drag) return; const { b, far } = drag; drag = null; if (far) { b._dragged = true; commit(b); } });
  let nudged = 0;
  function nudge(b, e) {
    const by = (e.key === 'ArrowLeft' ? -1 : 1) * (e.ctrlKey ? 0.5 : 0.05), { start: a, end: z } = times(b);
    set(b, e.shiftKey ? a : Math.max(0, a + by), e.altKey ? z : Math.max(a + 0.1, z + by)); clearTimeout(nudged); nudged = setTimeout(() => commit(b), 500);
  }

  /* ---- clicks and keys of our own, before the page's ---- */
  const caret = area => area && document.activeElement !== document.body && area.selectionStart > 0 && area.selectionStart < area.value.length ? (area.value.slice(0, area.selectionStart).match(/\S+/g) || []).length : null;
  let lastArea = null; document.addEventListener('focusin', e => { if (e.target.matches?.('.cue textarea')) lastArea = e.target; });
  const acts = {
    'ct-nearer': () => zoom(1.5), 'ct-farther': () => zoom(1 / 1.5),
    'cap-pane': b => { document.body.dataset.capPane = b.dataset.id; panes(); },
    'cue-split': b => { const area = $('textarea', b.closest('.cue')); const words = area === lastArea ? caret(area) : null; studio().send('cue-split', { id: b.dataset.id, ...JSON.parse(b.dataset.more || '{}'), ...(words ? { words } : {}) }); },
    'all-styles': () => { document.body.dataset.capPane = 'look'; studio().go('subtitles'); },
  };
  window.addEventListener('click', e => {
    const b = e.target.closest?.('[data-do]'), own = b && acts[b.dataset.do]; if (own && !b.disabled) { e.stopPropagation(); own(b); return; }
    if (b && b.dataset.do === 'play' && here()) { e.stopPropagation(); toggle(); return; }
    const c = e.target.closest?.('.ct-cue'); if (c) { if (c._dragged) { c._dragged = false; return; } stop(); now = +c.dataset.start; head(); choose(c); return; }
    const strip = e.target.closest?.('.ct-in'); if (strip && here()) { const on = playing; stop(); now = Math.max(0, (e.clientX - strip.getBoundingClientRect().left) / scale); head(); if (on) start(now); }
  }, true);
  function choose(c) {
    look(c.dataset.cue, +c.dataset.at, true); if (c.dataset.unit === page().unit) { const f = $(`[data-form-cue="${CSS.escape(cue)}"]`); f?.scrollIntoView({ block: 'nearest' }); return; }
    $(`#tab-subtitles .card[data-id="${CSS.escape(c.dataset.unit)}"]`)?.click();
  }
  window.addEventListener('keydown', e => {
    if (!here()) return; const c = e.target.closest?.('.ct-cue');
    if (c && (e.key === 'ArrowLeft' || e.key === 'ArrowRight')) { e.preventDefault(); e.stopPropagation(); nudge(c, e); return; }
    if (c && e.key === 'Enter') { e.preventDefault(); e.stopPropagation(); choose(c); setTimeout(() => $(`[data-form-cue="${CSS.escape(c.dataset.cue)}"] textarea`)?.focus(), 400); return; }
    if (c && e.key === 'Delete') { e.preventDefault(); e.stopPropagation(); studio().send('cue-remove', { unit: c.dataset.unit, id: c.dataset.index, take: +c.dataset.take }); return; }
    if (e.key === ' ' && studio().spare(e, 'input,textarea,select,button,a,summary,dialog')) { e.preventDefault(); e.stopPropagation(); toggle(); }
  }, true);

  /* ---- the look: tried on while one points, slides or picks; kept when one lets go ---- */
  let soon = 0; const later = f => { clearTimeout(soon); soon = setTimeout(f, 90); };
  document.addEventListener('pointerover', e => { const b = e.target.closest?.('[data-try]'); if (b) later(() => picture(undefined, b.dataset.try)); });
  document.addEventListener('pointerout', e => { if (e.target.closest?.('[data-try]')) later(() => picture(undefined, '')); });
  document.addEventListener('focusin', e => {
    if (e.target.matches?.('[data-try]:focus-visible')) later(() => picture(undefined, e.target.dataset.try));
    const f = e.target.closest?.('[data-form-cue]'); if (f) look(f.dataset.formCue, +f.dataset.at);
  });
  const shown = el => el.dataset.zero !== undefined && el.value === el.dataset.zero ? '0' : el.value;
  document.addEventListener('input', e => {
    const el = e.target; if (el.matches?.('[data-try-on]')) { later(() => picture(undefined, `${el.dataset.tryOn}=${encodeURIComponent(shown(el))}`)); output(el); }
    if (el.matches?.('.cue textarea, .cue input')) meter(el.closest('.cue'));
  });
  window.addEventListener('change', e => { const el = e.target; if (el.matches?.('[data-zero]')) { e.stopPropagation(); studio().send('set-one', { id: el.name, value: shown(el) }); } }, true);
  function output(el) { const out = $('output', el.closest('.field')); if (out) { const words = shown(el) === '0' ? out.dataset.auto : `${(100 * el.value).toFixed(1)}%`; if (out.textContent !== words) out.textContent = words; } }

  /* ---- the meter: how fast a caption is read and how long its rows are, while one types ---- */
  const graphemes = window.Intl?.Segmenter ? (s => { const seg = new Intl.Segmenter(); return t => [...seg.segment(t)].length; })() : t => [...t].length;
  function meter(box) {
    const out = $('[data-meter]', box), area = $('textarea', box); if (!out || !area) return; const [a, z] = $$('input', box).map(x => +x.value);
    const rows = area.value.split('\n').map(r => r.trim()).filter(Boolean), speed = graphemes(rows.join(' ')) / Math.max(0.05, z - a), row = Math.max(0, ...rows.map(graphemes));
    const words = out.dataset.meter.replace('{speed}', Math.round(speed)).replace('{row}', row).replace('{most}', out.dataset.row);
    if (out.textContent !== words) out.textContent = words; out.classList.toggle('over', speed > out.dataset.speed * 1.005 || row > +out.dataset.row);
  }

  /* ---- after every answer ---- */
  const panes = () => { const pane = document.body.dataset.capPane || 'words'; $$('[data-do=cap-pane]').forEach(b => put(b, 'aria-pressed', String(b.dataset.id === pane))); };
  function settle() {
    if (!here() || !tab()) return; widen(); panes(); $$('.cue', tab()).forEach(meter); $$('[data-zero]', tab()).forEach(output); head();
    const s = scroller(); if (s && s._film !== page().film) { s._film = page().film; s.addEventListener('scroll', () => { kept = s.scrollLeft; }); if (seenFilm === page().film) s.scrollLeft = kept; seenFilm = page().film; }
    const forms = $$('[data-form-cue]', tab()), unit = forms[0]?.dataset.formCue.split('.')[0], mark = page().film + unit;
    const fresh = settle.mark !== mark; settle.mark = mark;
    if (unit && (fresh || !forms.some(f => f.dataset.formCue === cue))) { const keep = forms.find(f => f.dataset.formCue === cue) || forms[0]; look(keep.dataset.formCue, +keep.dataset.at); }
    else if (cue) { const f = forms.find(x => x.dataset.formCue === cue); if (f) look(cue, +f.dataset.at, true); }
  }
  let due = 0; const watch = () => { const app = $('#app'); if (!app) { setTimeout(watch, 100); return; } new MutationObserver(() => { cancelAnimationFrame(due); due = requestAnimationFrame(settle); }).observe(app, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-stamp', 'data-base', 'data-value'] }); settle(); };
  watch();
})();
