/* The shot stages' own script: table or storyboard, the word to split before, keys of buttons, proxies that play under the pointer,
   which two takes are compared; and the settings' packs, how far they are. It decides nothing and sends only through the page's line. */
(() => {
  'use strict';
  const $ = (s, at = document) => at.querySelector(s), $$ = (s, at = document) => [...at.querySelectorAll(s)];
  const tab = () => $(`#tab-${window.reelwright?.page.stage}`);
  const kept = { get: () => { try { return localStorage.getItem('rw-shots'); } catch { return null; } }, set: v => { try { localStorage.setItem('rw-shots', v); } catch { /* private window */ } } };

  /* ---- table or storyboard ---- */
  const view = v => { document.body.dataset.shots = v; marks(); };
  function marks() {
    const now = document.body.dataset.shots || 'story';
    $$('[data-shots]').forEach(b => { if (b !== document.body && b.getAttribute('aria-pressed') !== String(b.dataset.shots === now)) b.setAttribute('aria-pressed', String(b.dataset.shots === now)); });
    cut();
  }

  /* ---- the word before which a shot is split ---- */
  let marked = { unit: '', at: 0 };
  function cut() {
    const own = $$('#tab-shotlist .cover .own .w[data-cut]'), unit = window.reelwright?.page.unit || '';
    if (marked.unit !== unit || !own.some(w => +w.dataset.cut === marked.at)) marked = { unit, at: 0 };
    own.forEach(w => { const on = String(+w.dataset.cut === marked.at); if (w.getAttribute('aria-pressed') !== on) w.setAttribute('aria-pressed', on); });
    $$('#tab-shotlist [data-cuts]').forEach(b => { const more = marked.at ? JSON.stringify({ at: marked.at }) : ''; if ((b.dataset.more || '') !== more) more ? b.dataset.more = more : delete b.dataset.more; });
  }
  window.addEventListener('click', e => {
    const b = e.target.closest?.('button[data-shots]'); if (b) { kept.set(b.dataset.shots); view(b.dataset.shots); return; }
    const w = e.target.closest?.('.w[data-cut]'); if (w) { const at = +w.dataset.cut; marked = { unit: window.reelwright.page.unit, at: marked.at === at ? 0 : at }; cut(); }
  }, true);

  /* ---- keys: of every visible button that names one, and within a shot's words ---- */
  window.addEventListener('keydown', e => {
    if (e.key === 'Enter' && e.target.matches?.('[data-secret],[data-enter]')) { e.preventDefault(); $('[data-default]', e.target.closest('[data-form]'))?.click(); return; }
    const at = e.target; if (e.ctrlKey || e.metaKey || e.altKey || at.closest?.('dialog,textarea,select,[contenteditable],input:not([type=radio],[type=checkbox],[type=range],[type=file])')) return;
    const word = at.closest?.('.own .w[data-cut]');
    if (word && (e.key === 'ArrowRight' || e.key === 'ArrowLeft') && !e.shiftKey) {
      const all = $$('.w[data-cut]', word.parentNode), to = all[all.indexOf(word) + (e.key === 'ArrowRight' ? 1 : -1)];
      if (to) { all.forEach(w => { w.tabIndex = w === to ? 0 : -1; }); to.focus(); } e.preventDefault(); e.stopImmediatePropagation(); return;
    }
    const name = (e.shiftKey && e.key.length > 1 ? 'Shift+' : '') + (e.key.length === 1 ? e.key.toUpperCase() : e.key), here = tab(); if (!here) return;
    const b = $$('[data-key]', here).find(x => x.dataset.key === name && x.offsetParent && !x.disabled);
    if (b) { e.preventDefault(); e.stopImmediatePropagation(); b.click(); }
  }, true);

  /* ---- proxies play on the board: one muted video, moved from card to card ---- */
  const film = Object.assign(document.createElement('video'), { muted: true, loop: true, playsInline: true }); film.dataset.hover = ''; film.setAttribute('aria-hidden', 'true'); film.tabIndex = -1;
  let wanted = null, wait = 0;
  function play(card) {
    if (wanted === card) return; wanted = card; clearTimeout(wait); rest();
    if (!card || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    wait = setTimeout(() => { if (wanted !== card || !card.isConnected) return; film.src = card.dataset.proxy; $('.pic', card).append(film); card.dataset.playing = ''; film.play().catch(rest); }, 140);
  }
  function rest() { film.pause(); if (film.isConnected) { film.closest('.card')?.removeAttribute('data-playing'); film.remove(); } film.removeAttribute('src'); }
  const over = e => { const card = e.target.closest?.('.card[data-proxy]') || null; if (card !== wanted) play(card); };
  document.addEventListener('pointerover', over); document.addEventListener('focusin', over);

  /* ---- which two takes are compared ---- */
  document.addEventListener('change', e => {
    const pick = e.target.closest?.('[data-pick]'); if (!pick) return;
    const box = pick.closest('dialog'), side = pick.dataset.pick, known = JSON.parse($('[data-takes]', box).dataset.takes)[pick.value]; if (!known) return;
    const image = $(`[data-side=${side}]`, box); image.src = known[0]; image.alt = known[1]; $(`[data-about=${side}]`, box).textContent = known[2];
    const b = $(`[data-choose=${side}]`, box); if (b) { b.dataset.id = pick.value; b.textContent = b.dataset.words.replace('{n}', pick.value); }
  });

  /* ---- packs: how far, while the settings are open ---- */
  let states = '';
  async function packs() {
    const page = window.reelwright?.page; if (page?.stage !== 'settings' || document.hidden || !$('[data-packs=busy]')) { states = ''; return; }
    try {
      const found = await (await fetch('/packs', { cache: 'no-store' })).json(), now = JSON.stringify(Object.entries(found).map(([id, p]) => [id, p.state]));
      Object.entries(found).forEach(([id, p]) => {
        const n = Math.round(100 * p.share); $$(`[data-progress="pack-${CSS.escape(id)}"]`).forEach(x => { const i = $('i', x); if (i) i.style.width = n + '%'; x.setAttribute('aria-valuenow', n); });
        $$(`[data-pack-line="${CSS.escape(id)}"]`).forEach(x => { if (p.message && x.textContent !== p.message) x.textContent = p.message; });
      });
      const over = !Object.values(found).some(p => ['queued', 'working'].includes(p.state)); /* it ended before it was first asked for */
      if (over || (states && now !== states)) window.reelwright.send('refresh'); states = now;
    } catch { /* the page's own pulse says that the server is away */ }
  }
  setInterval(() => { packs(); truth(); }, 700);

  /* ---- choices that are kept as they are made: once nothing is on the way they stand as the server has them ---- */
  function truth() {
    if (!window.reelwright?.idle()) return;
    $$('#app input[type=radio][data-change]').forEach(r => { if (r.defaultChecked && !r.checked) r.checked = true; });
    $$('#app select[data-change]').forEach(s => { const own = [...s.options].find(o => o.defaultSelected); if (own && !own.selected && document.activeElement !== s) own.selected = true; });
  }

  function begin() {
    const app = $('#app'); if (!app) { setTimeout(begin, 100); return; }
    view(kept.get() === 'table' ? 'table' : 'story');
    let due = 0; new MutationObserver(() => { if (!due) due = requestAnimationFrame(() => { due = 0; marks(); if (wanted && !wanted.isConnected) play(null); }); }).observe(app, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-stamp'] });
  }
  begin();
})();
