/* The final cut: which of cut and preview is played, scrubbing on the lanes, listening to a bed, cues in step. Decides nothing. */
(() => {
  'use strict';
  const $ = (s, at = document) => at.querySelector(s), $$ = (s, at = document) => [...at.querySelectorAll(s)];
  const here = () => window.reelwright?.page.stage === 'cut', film = () => $('#film');
  let chosen = '', was = { film: '', time: 0, playing: false }; const ear = new Audio();

  /* ---- sources: the same moment is kept when another is played ---- */
  function source(b) {
    chosen = b.dataset.id; const v = film(); if (!v) return; const at = v.currentTime, playing = !v.paused;
    if (v.getAttribute('src') !== b.dataset.video) { swap(v, b.dataset.video, b.dataset.captions); resume(v, at, playing); }
    marks();
  }
  function swap(v, url, captions) {
    const t = $('track', v), mode = v.textTracks[0]?.mode; v.setAttribute('src', url); if (t && t.getAttribute('src') !== captions) { t.setAttribute('src', captions); if (mode && v.textTracks[0]) v.textTracks[0].mode = mode; }
    v.preload = url.startsWith('/preview/') ? 'none' : 'metadata';
  }
  function resume(v, at, playing) {
    if (!playing && v.preload === 'none') { v._at = at; v.addEventListener('play', () => resume(v, v._at || 0, true), { once: true }); return; }
    v.addEventListener('loadedmetadata', () => { if (at > 0.2) v.currentTime = at; if (playing) v.play().catch(() => {}); }, { once: true }); v.load();
  }
  function marks() {
    const all = $$('#tab-cut [data-do=source]'), on = all.find(b => b.dataset.id === chosen) || all[0]; if (!on) { $$('#tab-cut [data-note]').forEach(n => { n.hidden = false; }); return; }
    all.forEach(b => { const p = String(b === on); if (b.getAttribute('aria-pressed') !== p) b.setAttribute('aria-pressed', p); });
    $$('#tab-cut [data-note]').forEach(n => { const hide = n.dataset.note !== on.dataset.id; if (n.hidden !== hide) n.hidden = hide; });
    const v = film(); if (v && chosen && on.dataset.video !== v.getAttribute('src')) swap(v, on.dataset.video, on.dataset.captions);
  }
  document.addEventListener('timeupdate', e => { if (e.target.id === 'film') was = { film: window.reelwright.page.film, time: e.target.currentTime, playing: !e.target.paused }; light(e.target.currentTime); }, true);
  let lit = null;
  function light(t) { const on = $$('.tl .cues span').find(x => t >= +x.dataset.from && t < +x.dataset.to) || null; if (on === lit) return; lit?.classList.remove('on'); on?.classList.add('on'); lit = on; }

  /* ---- clicks ---- */
  window.addEventListener('click', e => {
    const b = e.target.closest?.('[data-do]');
    if (b?.dataset.do === 'source') { e.stopPropagation(); source(b); return; }
    if (b?.dataset.do === 'hear') { e.stopPropagation(); e.preventDefault(); hear(b); return; }
    if (b || !here()) return; const tl = e.target.closest?.('.tl-in'); if (!tl || !film()) return;
    const box = tl.getBoundingClientRect(); film().currentTime = Math.max(0, (e.clientX - box.left) / box.width) * +tl.dataset.total;
  }, true);
  let heard = null;
  function hear(b) {
    const off = heard === b && !ear.paused; if (heard) icon(heard, 'play'); ear.pause(); heard = null; if (off) return;
    heard = b; ear.src = b.dataset.id; ear.currentTime = 0; ear.play().catch(() => {}); icon(b, 'pause');
  }
  const icon = (b, name) => $('use', b)?.setAttribute('href', '#i-' + name);
  ear.addEventListener('ended', () => { if (heard) icon(heard, 'play'); heard = null; });
  document.addEventListener('close', e => { if (e.target.id === 'dialog') { ear.pause(); heard = null; } }, true);

  /* ---- after every answer: a new version of the preview goes on where the old one was ---- */
  let last = '';
  function settle() {
    if (!here()) return; marks(); const v = film(); if (!v) return; const src = v.getAttribute('src');
    if (last && src !== last && was.film === window.reelwright.page.film && was.time > 0.2 && v.currentTime < 0.1) { last = src; resume(v, was.time, false); return; }
    last = src;
  }
  let due = 0; const watch = () => { const app = $('#app'); if (!app) { setTimeout(watch, 100); return; } new MutationObserver(() => { cancelAnimationFrame(due); due = requestAnimationFrame(settle); }).observe(app, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-stamp', 'src'] }); settle(); };
  watch();
})();
