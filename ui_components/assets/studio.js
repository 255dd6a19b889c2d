/* The page's one script: what is open, the line to the server, fields, keys, dialogs, progress, sounds' shapes. It decides nothing:
   every [data-do] that it does not know is sent to the server by the wire of the open tab, and what comes back is markup. */
(() => {
  'use strict';
  const $ = (s, at = document) => at.querySelector(s), $$ = (s, at = document) => [...at.querySelectorAll(s)];
  const STAGES = ['project', 'script', 'voice', 'subtitles', 'shotlist', 'keyframe', 'clip', 'cut'], LANGUAGES = ['en', 'hi'];
  const query = () => Object.fromEntries(new URLSearchParams(location.search));
  const memory = { get: k => { try { return localStorage.getItem(k); } catch { return null; } }, set: (k, v) => { try { v === null ? localStorage.removeItem(k) : localStorage.setItem(k, v); } catch { /* private window */ } } };
  const page = { film: '', stage: 'start', unit: '', v: '', boot: '', filter: 'all', units: {}, ...query() };
  page.lang = page.lang || memory.get('rw-lang') || (navigator.language || 'en').slice(0, 2);
  if (!LANGUAGES.includes(page.lang)) page.lang = 'en';
  const session = { get: k => { try { return sessionStorage.getItem(k); } catch { return null; } }, set: (k, v) => { try { v === null ? sessionStorage.removeItem(k) : sessionStorage.setItem(k, v); } catch { /* private window */ } } };
  const wires = window.rwWires = window.rwWires || {};
  const tab = () => $(`#tab-${page.stage}`);

  /* ---- the line to the server: one request at a time, in order, so that answers never overtake each other ---- */
  const line = []; let flying = null, patience = 0, sent = 0;
  function send(what, data = {}) {
    if (['choose', 'refresh', 'open'].includes(what)) for (let i = line.length; i--;) if (['choose', 'refresh', 'open'].includes(line[i].do) && !(what === 'refresh' && line[i].do === 'open')) line.splice(i, 1);
    if (what === 'refresh' && line.some(x => x.do === 'open')) return;
    line.push({ do: what, film: page.film, stage: page.stage, unit: page.unit, ...data }); next();
  }
  function next() {
    if (flying || !line.length || !wires[line[0].stage]) return;
    flying = line.shift();
    Object.assign(flying, { n: ++sent, lang: page.lang, tz: new Date().getTimezoneOffset(), stamps: Object.fromEntries($$(`#app [data-part]`).map(x => [x.dataset.part, x.dataset.stamp])) });
    if (flying.do === 'save') saved('saving');
    clearTimeout(patience); patience = setTimeout(done, 30000);
    wires[flying.stage].trigger('select', flying);
  }
  function done() { if (!flying) return; clearTimeout(patience); requestAnimationFrame(() => { const was = flying; flying = null; settle(was); next(); }); }

  /* ---- what the server told: the chosen unit, the version, where to go, how a save went ---- */
  let heard = '', toasted;
  function listen() {
    const told = $('#told [data-told]'); if (!told || told.dataset.n === heard) return;
    heard = told.dataset.n; const t = JSON.parse(told.dataset.told);
    if (t.title) document.title = t.title;
    if (t.saved) acknowledge(t.saved);
    if (t.v !== undefined && t.film === page.film) page.v = t.v;
    page.words = { ...page.words, ...t.words };
    if (t.unit !== undefined && t.stage === page.stage && !line.some(x => x.do === 'choose')) { page.unit = page.units[page.stage] = t.unit; address(); }
    if (t.reset) { $$(t.reset).forEach(el => { el.value = ''; memory.set('rw-keep:' + el.name, null); el.dispatchEvent(new Event('input', { bubbles: true })); }); }
    if (t.fill) $$(t.fill[0]).forEach(el => { el.closest('details')?.setAttribute('open', ''); el.value = t.fill[1]; el.dispatchEvent(new Event('input', { bubbles: true })); el.focus(); });
    if (t.go) { page.film = t.go.film ?? page.film; page.units = {}; go(t.go.stage, t.go.unit || '', true); }
    if (!('ready' in document.body.dataset)) { document.body.dataset.ready = ''; }
  }
  function address(push) {
    const q = new URLSearchParams(); if (page.film && page.stage !== 'start') q.set('film', page.film);
    if (page.stage !== 'start') q.set('stage', page.stage); if (page.unit && page.stage !== 'start') q.set('unit', page.unit);
    const url = '?' + q; if (url !== (location.search || '?')) history[push ? 'pushState' : 'replaceState'](0, '', url);
  }
  function go(stage, unit, push = true) {
    flush(); if (stage === 'settings' && page.stage === 'start') page.film = ''; if (!['start', 'settings'].includes(stage) && !page.film) stage = 'start'; document.body.toggleAttribute('data-nofilm', !page.film);
    if (stage === 'start') { page.v = ''; }
    page.stage = stage; page.unit = unit ?? page.units[stage] ?? ''; page.filter = 'all';
    document.body.dataset.stage = stage; document.body.classList.remove('jobs-open');
    send('open'); /* first, so that the server is at work while the browser lays the tab out */
    const own = $(`#stages button[data-tab-id="${stage}"]`); if (own) own.click();
    address(push); settle();
  }

  /* ---- marks that are the page's own: chosen card, open stage, filter, times ---- */
  function settle() {
    listen();
    $$('#rail [data-do=go]').forEach(b => attr(b, 'aria-current', b.dataset.id === page.stage ? 'page' : null));
    const at = tab();
    if (at) {
      const cards = $$('.card[data-do=choose]', at); let tabbed = false;
      cards.forEach(c => { const on = c.dataset.id === page.unit; attr(c, 'aria-current', on ? 'true' : null); attr(c, 'tabindex', on ? '0' : '-1'); tabbed ||= on; if (on && page.shown !== page.stage + page.unit && open(at)) { page.shown = page.stage + page.unit; requestAnimationFrame(() => { reveal(c); requestAnimationFrame(() => reveal(c)); }); } }); /* twice: cards out of sight are as high as was guessed until they come near */
      if (!tabbed && cards[0]) attr(cards[0], 'tabindex', '0');
      $$('[data-do=filter]', at).forEach(b => attr(b, 'aria-pressed', String(b.dataset.id === page.filter)));
      let seen = 0; cards.forEach(c => { const hide = page.filter === 'needs' && !('needs' in c.dataset); c.parentNode.hidden = hide; seen += !hide; });
      $$('[data-nothing]', at).forEach(x => { x.hidden = seen > 0 || !cards.length; });
    }
    const said = $('#toast .toast[data-n]'), n = said?.dataset.n; if (n !== toasted) { toasted = n; $$('#toast .local').forEach(x => x.remove()); if (said) { said.classList.remove('gone'); said.style.animation = 'none'; void said.offsetWidth; said.style.animation = ''; } } /* Gradio may have put the new words into the old, faded element */
    fields(); question(); ago(); shapes();
  }
  const open = at => at.closest('.tabitem')?.style.display !== 'none'; /* asked of the style alone: a look at sizes would have the page laid out once more */
  function reveal(card) { /* only the board scrolls, never the frame around it */
    const pane = card.closest('.block.board-pane'); /* Gradio gives the class to a part inside too, which does not scroll */ if (!pane) return; const a = card.getBoundingClientRect(), b = pane.getBoundingClientRect();
    if (a.top < b.top || a.bottom > b.bottom) pane.scrollTop += a.top - b.top - (a.top < b.top ? 12 : b.height - a.height - 24);
    if (a.left < b.left || a.right > b.right) pane.scrollLeft += a.left - b.left - (b.width - a.width) / 2;
  }
  const attr = (el, name, value) => { if (value === null) { if (el.hasAttribute(name)) el.removeAttribute(name); } else if (el.getAttribute(name) !== value) el.setAttribute(name, value); };
  function choose(unit) { if (!unit || unit === page.unit) return; flush(); page.unit = page.units[page.stage] = unit; address(); settle(); send('choose'); }
  function walk(by) {
    const all = $$('.card[data-do=choose]', tab() || document).filter(c => !c.parentNode.hidden), i = all.findIndex(c => c.dataset.id === page.unit), to = all[Math.min(all.length - 1, Math.max(0, i + by))];
    if (to) { if (all.includes(document.activeElement)) to.focus(); choose(to.dataset.id); }
  }

  /* ---- fields: what is typed wins; a save carries the take that was loaded ---- */
  const name = el => (el.dataset.piece || '') + '|' + el.name, draft = el => `rw-draft:${page.film}:${name(el)}`;
  const say = (el, words, bad) => { const box = el.closest('.field'); if (!box) return; const em = $('em', box); if (em && em.textContent !== words) em.textContent = words; box.classList.toggle('bad', !!bad); box.toggleAttribute('data-dirty', !!words && !bad); };
  function fields() {
    $$('[data-value]').forEach(el => {
      const mark = name(el) + '|' + el.dataset.take + '|' + el.dataset.value; if (el._mark === mark) return;
      const same = el._name === name(el), busy = same && (el._dirty || (document.activeElement === el && el.value !== el._was));
      el._mark = mark; el._name = name(el);
      if (busy) return;
      el._was = el.dataset.value; el._take = +el.dataset.take || 0; el._dirty = false; el._sent = undefined;
      if (el.value !== el._was) el.value = el._was; say(el, '');
      const kept = el.dataset.piece && memory.get(draft(el)); if (!kept) return;
      const old = JSON.parse(kept); if (old.value === el._was) { memory.set(draft(el), null); return; }
      el.value = old.value; el._take = old.take; el._dirty = true; save(el);
    });
    $$('[data-keep]').forEach(el => {
      if (el._kept) return; el._kept = true; const was = memory.get('rw-keep:' + el.name); if (was === null) return;
      if (el.type === 'radio') el.checked = el.value === was; else if (!el.value) { el.value = was; el.dispatchEvent(new Event('input', { bubbles: true })); }
    });
  }
  function save(el) {
    if (!el.dataset.piece || !el._dirty || el._sent === el.value) return;
    if (el.value === el._was) { el._dirty = false; say(el, ''); memory.set(draft(el), null); return; }
    el._sent = el.value; send('save', { piece: el.dataset.piece, field: el.name, value: el.value, take: el._take });
  }
  const flush = () => $$('[data-piece]').forEach(save);
  function acknowledge(s) {
    const el = $$('[data-piece]').find(x => name(x) === s.piece + '|' + s.field);
    if (s.ok || s.theirs !== undefined) memory.set(`rw-draft:${page.film}:${s.piece}|${s.field}`, null);
    saved(s.ok ? '' : 'bad');
    if (!el) return;
    el._sent = undefined;
    if (s.ok) { el._was = s.value; el._take = s.take; el._dirty = !s.force && el.value !== s.typed; if (!el._dirty) { el.value = s.value; say(el, ''); } }
    else say(el, s.error || '', true);
  }
  function saved(how) { const el = $('.saved'); if (!el) return; el.textContent = how === 'saving' ? el.dataset.saving : how === 'bad' ? (page.words || {}).unsaved || '' : el.dataset.saved; attr(el, 'data-bad', how === 'bad' ? '' : null); }
  document.addEventListener('input', e => {
    const el = e.target;
    if (el.matches('[data-piece]')) { el._dirty = true; memory.set(draft(el), JSON.stringify({ value: el.value, take: el._take })); say(el, (page.words || {}).editing || ''); }
    if (el.matches('[data-keep]')) memory.set('rw-keep:' + el.name, el.value);
    if (el.matches('[data-slide]')) el.parentNode.style.setProperty('--at', el.value + '%');
    if (el.matches('[data-counted]')) count(el);
  });
  document.addEventListener('change', e => { const el = e.target; if (el.matches('[data-piece]')) save(el); if (el.matches('[data-upload]')) upload(el); if (el.matches('[data-change]')) send(el.dataset.change, { id: el.name, value: el.type === 'checkbox' ? el.checked : el.value }); });
  document.addEventListener('visibilitychange', () => { if (document.hidden) flush(); });
  function count(el) {
    const n = (el.value.match(/\S+/g) || []).length, out = $(el.dataset.counted); if (!out) return;
    const s = Math.round(n / 2.5), t = `${Math.floor(s / 60)}:${String(s % 60).padStart(2, '0')}`;
    out.textContent = n ? out.dataset.words.replace('{n}', n).replace('{time}', t).replace('{shots}', Math.max(1, Math.round(n / 14))) : out.dataset.none;
  }
  async function bring(file) { /* into the visitor's inbox: the name that a verb takes it in by */
    const answer = await fetch('/upload?' + new URLSearchParams({ name: file.name }), { method: 'POST', body: file, headers: { 'X-Reelwright': 'page' } });
    if (!answer.ok) throw Object.assign(new Error('refused'), { said: answer.status === 413 ? await answer.text() : '' });
    return (await answer.json()).file;
  }
  async function upload(el) {
    const file = el.files[0], at = { do: el.dataset.upload, id: el.dataset.id || page.unit }; if (!file) return; el.value = '';
    notice((page.words || {}).uploading || '…');
    try { send(at.do, { id: at.id, file: await bring(file), name: file.name }); } catch (e) { notice(e.said || (page.words || {}).not_uploaded || ''); }
  }
  const gather = from => Object.fromEntries($$('input[name],textarea[name],select[name]', from).filter(x => x.type !== 'radio' || x.checked).map(x => [x.name, x.type === 'checkbox' ? x.checked : x.value]));
  const options = () => Object.fromEntries($$('[data-option]', tab() || document).filter(x => x.value !== x.dataset.value).map(x => [x.name, x.value]));

  /* ---- dialogs: one, native; its markup comes from the server ---- */
  const dialog = document.createElement('dialog'); dialog.id = 'dialog'; dialog.className = 'rw'; dialog.setAttribute('aria-labelledby', 'dialog-title');
  let asked = '';
  function question() {
    const ask = $('#ask [data-dialog]'); if (!ask || ask.dataset.dialog === asked) return; asked = ask.dataset.dialog;
    if (!dialog.isConnected) document.body.append(dialog);
    dialog.replaceChildren(...ask.childNodes); dialog.classList.toggle('wide', 'wide' in ask.dataset); if (!dialog.open) dialog.showModal();
    ($('[autofocus]', dialog) || $('.primary', dialog) || $('footer button', dialog))?.focus();
  }

  /* ---- clicks and keys ---- */
  const film = () => page.stage === 'cut' ? $('#film') : null, speaker = new Audio();
  const acts = {
    go: b => b.dataset.id !== page.stage && go(b.dataset.id), 'open-film': b => { page.film = b.dataset.id; page.units = {}; go(b.dataset.stage || 'project', ''); },
    choose: b => choose(b.dataset.id), prev: () => walk(-1), next: () => walk(1), filter: b => { page.filter = b.dataset.id; settle(); },
    theme: () => memory.set('rw-look', document.body.classList.toggle('dark') ? 'dark' : 'light'), jobs: () => document.body.classList.toggle('jobs-open'),
    language: () => { page.lang = LANGUAGES[(LANGUAGES.indexOf(page.lang) + 1) % LANGUAGES.length]; memory.set('rw-lang', page.lang); document.documentElement.lang = page.lang; send('open'); },
    shut: () => dialog.close(), hide: b => b.closest('.toast').classList.add('gone'),
    listen: b => { const url = '/voice/' + encodeURIComponent(b.dataset.id); if (!speaker.paused && speaker.src.endsWith(url)) speaker.pause(); else { speaker.src = url; speaker.play().catch(() => notice((page.words || {}).no_sound || '')); } },
    play: () => { const v = film() || $('audio,video:not([data-hover])', tab() || document); if (v) v.paused ? v.play() : v.pause(); }, mute: () => { const v = film(); if (v) v.muted = !v.muted; }, seek: b => { const v = film(); if (v) { v.currentTime = +b.dataset.id; } },
    captions: () => { const t = film()?.textTracks[0]; if (t) t.mode = t.mode === 'showing' ? 'hidden' : 'showing'; }, full: () => $('.stagebox')?.requestFullscreen?.(),
    help: () => send('help'),
    remake: () => { flush(); send('remake', { options: options() }); },
  };
  function press(b) {
    const what = b.dataset.do; if (b.disabled || !what) return;
    if (acts[what]) { acts[what](b); return; }
    const box = b.closest('dialog,[data-form]'), values = box ? gather(box) : {};
    flush(); if (b.closest('dialog')) dialog.close(); b.closest('details.more')?.removeAttribute('open');
    send(what, { id: b.dataset.id || '', values, ...(b.dataset.more ? JSON.parse(b.dataset.more) : {}) });
  }
  document.addEventListener('click', e => {
    const b = e.target.closest('[data-do]'); $$('details.more[open]').forEach(d => { if (!d.contains(e.target)) d.removeAttribute('open'); });
    if (b) press(b); else if (e.target === dialog) dialog.close();
  });
  /* Space plays, but for one who came to a button by keyboard: there it presses. A button that was pressed with a mouse has the focus too. */
  let mouse = false; document.addEventListener('pointerdown', () => { mouse = true; }, true); document.addEventListener('focusin', e => { e.target._mouse = mouse; }, true);
  const spare = (e, taken) => { const b = e.target.closest?.(taken); return !b || (!!b._mouse && b.matches('button') && !b.closest('dialog')); };
  const hit = what => { const b = $$(`[data-do="${what}"]`, tab() || document).find(x => x.offsetParent); if (b && !b.disabled) press(b); return !!b; };
  const takes = by => { const all = $$('.take[data-do=take]', tab() || document), i = all.findIndex(x => x.getAttribute('aria-pressed') === 'true'), to = all[i + by]; if (to) press(to); };
  const keys = { j: () => walk(1), ArrowRight: () => walk(1), k: () => walk(-1), ArrowLeft: () => walk(-1), a: () => hit('approve'), r: () => hit('remake'), b: () => hit('back'), m: () => hit('plan') || (page.stage === 'cut' && hit('remake')), c: () => hit('captions') || hit('compare'), '[': () => takes(-1), ']': () => takes(1), ' ': acts.play, f: () => hit('full'), '/': () => { page.filter = page.filter === 'all' ? 'needs' : 'all'; settle(); }, '?': () => send('help') };
  document.addEventListener('keydown', e => {
    const typing = e.target.closest?.('textarea,select,[contenteditable],dialog,input:not([type=radio],[type=checkbox],[type=range],[type=file])');
    if (e.target.closest?.('textarea,input') && (e.ctrlKey || e.metaKey) && e.key === 'Enter') { e.preventDefault(); const d = e.target.closest('dialog'); d ? $('.primary', d)?.click() : $('[data-default]', e.target.closest('[data-form]') || document)?.click() ?? flush(); return; }
    if (e.target.closest?.('dialog') && e.key === 'Enter' && e.target.matches('input')) { e.preventDefault(); $('.primary', dialog)?.click(); return; }
    if (typing && e.key === 'Escape' && !e.target.closest('dialog')) { e.target.blur(); return; } /* out of the field, back to the keys */
    if (typing || e.altKey) return;
    if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === 'z') { e.preventDefault(); const b = $(`#top [data-do=${e.shiftKey ? 'redo' : 'undo'}]`); if (b) press(b); return; }
    if (e.ctrlKey || e.metaKey) return;
    if (/^[1-8]$/.test(e.key) && page.film) { e.preventDefault(); go(STAGES[+e.key - 1]); return; }
    if (e.key === 'Tab') mouse = false;
    if (e.key === ' ' && !spare(e, 'button,a,summary,video,audio,input')) return;
    if (e.key.startsWith('Arrow') && e.target.closest?.('input,video,audio')) return;
    const f = keys[e.key.length === 1 ? e.key.toLowerCase() : e.key]; if (f && (page.stage !== 'start' || e.key === '?')) { e.preventDefault(); f(); }
  }, true);
  window.addEventListener('popstate', () => { const q = query(); page.film = q.film || page.film; go(q.stage || 'start', q.unit, false); });

  /* ---- the player's clock ---- */
  const clock = t => `${Math.floor(t / 60)}:${(t % 60).toFixed(1).padStart(4, '0')}`;
  document.addEventListener('timeupdate', e => {
    const v = e.target; if (v.id !== 'film') return; const out = $('[data-clock] span'); if (out) out.textContent = clock(v.currentTime);
    const tl = $('.tl-in'); if (!tl) return; $('.head', tl).style.left = `${Math.min(100, 100 * v.currentTime / +tl.dataset.total)}%`;
    $$('.lane:not(.chap) [data-do=seek]', tl).forEach((b, i, all) => attr(b, 'aria-current', String(v.currentTime >= +b.dataset.id && !(all[i + 1] && v.currentTime >= +all[i + 1].dataset.id))));
  }, true);
  document.addEventListener('play', e => $$('audio,video').forEach(x => x !== e.target && x.pause()), true);

  /* ---- sounds' shapes, drawn when they come into view ---- */
  const peaks = new Map(), sight = new IntersectionObserver(seen => seen.forEach(s => { if (s.isIntersecting) { sight.unobserve(s.target); s.target._awaited = false; shape(s.target, s.boundingClientRect.width); } }));
  function shapes() { $$('[data-peaks]').forEach(el => { if (el._url !== el.dataset.peaks || !el.firstChild && !el._awaited) { el._url = el.dataset.peaks; el._awaited = true; sight.unobserve(el); sight.observe(el); } }); }
  async function shape(el, wide) { /* `wide` is told by the observer: asked of the element, each drawn shape would have the page laid out anew */
    const url = el.dataset.peaks; if (!url) return;
    if (!peaks.has(url)) peaks.set(url, fetch(url).then(r => r.ok ? r.json() : []).then(x => Array.isArray(x) ? x : x.peaks || []).catch(() => []));
    const found = await peaks.get(url); if (el.dataset.peaks !== url || !found.length) return;
    const values = found.map(p => Array.isArray(p) ? Math.max(...p.map(Math.abs)) : Math.abs(p)), top = Math.max(...values, 1e-6), count = Math.max(12, Math.min(values.length, Math.floor(wide / 3) || 60));
    const bars = Array.from({ length: count }, (_, i) => Math.max(...values.slice(Math.floor(i * values.length / count), Math.max(Math.floor((i + 1) * values.length / count), Math.floor(i * values.length / count) + 1))) / top);
    el.innerHTML = `<svg viewBox="0 0 ${count * 3} 40" preserveAspectRatio="none" fill="currentColor"><path d="${bars.map((b, i) => { const h = Math.max(1, b * 18); return `M${i * 3} ${20 - h}h1.8v${2 * h}h-1.8z`; }).join('')}"/></svg>`;
  }

  /* ---- how long ago ---- */
  const times = {};
  function ago() {
    if (!times[page.lang]) times[page.lang] = new Intl.RelativeTimeFormat(page.lang, { style: 'narrow', numeric: 'auto' });
    const f = times[page.lang];
    $$('[data-ago]').forEach(el => {
      const s = (Date.now() - new Date(el.dataset.ago)) / 1000; if (!isFinite(s)) return;
      const words = s < 45 ? f.format(0, 'second') : s < 3300 ? f.format(-Math.max(1, Math.round(s / 60)), 'minute') : s < 72000 ? f.format(-Math.max(1, Math.round(s / 3600)), 'hour') : s < 604800 ? f.format(-Math.max(1, Math.round(s / 86400)), 'day') : new Date(el.dataset.ago).toLocaleDateString(page.lang, { day: 'numeric', month: 'short' });
      if (el.textContent !== words) el.textContent = words;
    });
  }

  /* ---- the pulse: how far the work is, whether anything changed, whether the server is there ---- */
  let missed = 0, ticks = 0; const quiet = document.createElement('div'); quiet.id = 'quiet'; quiet.setAttribute('role', 'status'); quiet.hidden = true;
  const away = on => { if (!quiet.isConnected) document.body.append(quiet); const words = (page.words || {}).away || ''; if (quiet.textContent !== words) quiet.textContent = words; quiet.hidden = !on; };
  function notice(words) { const box = $('#toast'); if (!box || !words) return; $$('.local', box).forEach(x => x.remove()); const t = document.createElement('div'); t.className = 'toast local'; t.setAttribute('role', 'status'); const p = document.createElement('p'); p.textContent = words; t.append(p); box.append(t); setTimeout(() => t.remove(), 8000); }
  async function pulse() {
    ticks++; if (document.hidden && ticks % 5) return; if (ticks % 20 === 0) ago();
    try {
      const answer = await fetch(page.film && page.stage !== 'start' ? `/pulse/${page.film}` : '/health', { cache: 'no-store', signal: AbortSignal.timeout(8000) });
      if (missed > 1) away(false); missed = 0; if (!answer.ok || !page.film || page.stage === 'start') return;
      const p = await answer.json(); const before = page.boot || session.get('rw-boot'); if (before && p.boot !== before) restarted();
      page.boot = p.boot; if (p.v !== page.v && !flying && !line.length) send('refresh'); if (p.busy) busy(p.busy);
    } catch { if (++missed > 1) { away(true); if (page.boot) session.set('rw-boot', page.boot); } }
  }
  /* another server than before: what was typed and not confirmed is sent again; what was pressed meanwhile is not, for nobody saw what came of it.
     Gradio loads the page anew at about the same time, so that for a while it is remembered that there is something to tell. */
  function restarted() { setTimeout(() => session.set('rw-boot', null), 6000); flying = null; line.length = 0; clearTimeout(patience); send('open', { restarted: true }); $$('[data-piece]').forEach(el => { el._sent = undefined; }); flush(); setTimeout(() => { if (flying?.restarted) location.reload(); }, 20000); }
  function busy(b) {
    const n = Math.round(100 * (b.share || 0)), words = page.words || {};
    [b.key, `ask-${b.ask}`].forEach(key => $$(`[data-progress="${CSS.escape(key)}"]`).forEach(x => { const i = $('i', x); if (i) i.style.width = n + '%'; if (x.hasAttribute('aria-valuenow')) x.setAttribute('aria-valuenow', n); }));
    if (n) $$(`[data-working="${CSS.escape(b.key)}"]`).forEach(x => { const w = (words.working || '{n}%').replace('{n}', n); if (x.textContent !== w) x.textContent = w; });
    if (b.left !== null && b.left !== undefined) $$(`[data-left="${CSS.escape(b.key)}"]`).forEach(x => { x.textContent = (words.left || '{n}').replace('{n}', Math.max(1, Math.round(b.left))); });
  }

  /* ---- beginning ---- */
  let begun = false;
  function begin() {
    if (begun || !$('#stages')) return; begun = true;
    const look = query().look || memory.get('rw-look') || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
    document.body.classList.toggle('dark', look === 'dark'); document.documentElement.lang = page.lang; document.body.append(dialog, quiet);
    new MutationObserver(settle).observe($('#app'), { childList: true, subtree: true, attributes: true, attributeFilter: ['data-stamp', 'data-dialog', 'data-n', 'data-value', 'data-take', 'data-piece', 'data-peaks'] });
    go(page.film || page.stage === 'settings' ? page.stage : 'start', page.unit, false); setInterval(pulse, 1000); setTimeout(() => { document.body.dataset.ready = ''; }, 5000);
  }
  window.reelwright = { idle: () => !flying && !line.length, go, wired: () => { begin(); next(); }, done, begin, send, page, spare, bring, keys: Object.keys(keys) };
  if (Object.keys(wires).length) begin();
})();
