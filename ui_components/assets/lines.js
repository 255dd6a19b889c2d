/* Lines: counting while somebody types, the cursor that splits, one reader for all lines, the recorder, the lexicon, story cards.
   It decides nothing: what changes the film goes to the server as a verb, by `reelwright.send`. */
(() => {
  'use strict';
  const $ = (s, at = document) => at.querySelector(s), $$ = (s, at = document) => [...at.querySelectorAll(s)];
  const studio = () => window.reelwright, page = () => studio().page;
  const clock = s => `${Math.floor(s / 60)}:${String(Math.floor(s % 60)).padStart(2, '0')}`, tenths = s => `${Math.floor(s / 60)}:${(s % 60).toFixed(1).padStart(4, '0')}`;
  const words = text => (text.match(/\S+/g) || []).length;
  const put = (el, name, value) => { if (value === null) { if (el.hasAttribute(name)) el.removeAttribute(name); } else if (el.getAttribute(name) !== value) el.setAttribute(name, value); };
  const set = (el, text) => { if (el && el.textContent !== text) el.textContent = text; };

  /* ---- the script: how long it gets, where the cursor would split it ---- */
  const field = () => $('#tab-script textarea[data-line]');
  function count() {
    const el = field(); if (!el) return; const f = JSON.parse(el.dataset.line), n = words(el.value), seconds = n / (f.rate || 2.5);
    set($('[data-line-count]', el.parentNode), f.line.replace('{n}', n).replace('{time}', `${seconds.toFixed(1)} s`));
    const sum = $('#tab-script [data-total]'), changed = el.value.trim() !== el.dataset.value; if (!sum) return;
    if (changed) { sum.dataset.was ??= sum.textContent; set(sum, f.film.replace('{n}', f.other_words + n).replace('{time}', clock(f.other_seconds + seconds + f.pause))); }
    else if (sum.dataset.was) { set(sum, sum.dataset.was); delete sum.dataset.was; }
  }
  function cursor() {
    const el = field(), b = $('#tab-script [data-do=line-split]'); if (!el || !b) return;
    const at = document.activeElement === el || el._at !== undefined ? (el._at = document.activeElement === el ? el.selectionStart : el._at) : -1;
    const before = at < 0 ? 0 : words(el.value.slice(0, at)), inside = at > 0 && /\S/.test(el.value[at - 1] || '') && /\S/.test(el.value[at] || ''), n = inside ? before - 1 || 1 : before, ok = n > 0 && n < words(el.value);
    if (b.disabled === ok) b.disabled = !ok;
    if (ok) put(b, 'data-more', JSON.stringify({ at: n }));
  }
  document.addEventListener('selectionchange', cursor);
  document.addEventListener('input', e => { if (e.target === field()) { count(); cursor(); } });

  /* ---- the reader: plays line after line, from any of them ---- */
  const sound = document.createElement('audio'), ahead = new Audio(); let unit = '', only = false, gap = 0, on = false, wantAt = 0;
  ahead.preload = 'auto'; sound.preload = 'auto'; sound.id = 'reader-sound';
  const rows = () => $$('#tab-voice .card[data-sound]'), row = u => rows().find(r => r.dataset.id === u);
  const span = r => +r.dataset.seconds + +r.dataset.pause;
  function read(u, at = 0, alone = false) {
    const r = row(u); if (!r) return; if (!sound.isConnected) document.body.append(sound);
    clearTimeout(gap); unit = u; only = alone; on = true; wantAt = at;
    if (!sound.src.endsWith(r.dataset.sound)) sound.src = r.dataset.sound;
    sound.currentTime = at; sound.play().catch(() => stop());
    const next = rows()[rows().indexOf(r) + 1]; if (next && !alone) ahead.src = next.dataset.sound;
    if (!alone && page().unit !== u && page().stage === 'voice' && !$('#tab-voice .detail [data-dirty]') && !(document.activeElement && document.activeElement.matches('#tab-voice .detail :is(textarea, input, select)'))) r.click();
    show();
  }
  function stop() { clearTimeout(gap); on = false; sound.pause(); show(); }
  function toggle() {
    if (on) { stop(); return; }
    const at = page().unit && row(page().unit) ? page().unit : (rows()[0] || {}).dataset?.id; if (!at) return;
    read(at, at === unit && sound.currentTime < sound.duration - 0.05 ? sound.currentTime : 0);
  }
  sound.addEventListener('ended', () => {
    const all = rows(), i = all.findIndex(r => r.dataset.id === unit), next = all[i + 1];
    if (only || !next || page().stage !== 'voice') { on = false; show(); return; }
    gap = setTimeout(() => read(next.dataset.id), 1000 * +all[i].dataset.pause); show();
  });
  sound.addEventListener('pause', () => { if (!sound.ended && on) { on = false; show(); } });
  function show() {
    const all = rows(), r = row(unit), bar = $('[data-reader]'), live = r && (on || sound.currentTime > 0), t = live ? sound.currentTime : 0;
    all.forEach(x => { put(x, 'data-playing', live && x === r ? '' : null); needle($('.wave', x), live && x === r ? t / +x.dataset.seconds : -1); });
    $$('#tab-voice [data-heard]').forEach(x => {
      const own = live && x.dataset.heard === unit; put(x, 'data-playing', own ? '' : null); needle($('.wave', x), own ? t / +r.dataset.seconds : -1);
      const spans = $$('[data-at]', x), now = own ? spans.filter(w => +w.dataset.at <= t + 0.03).length - 1 : -1; spans.forEach((w, i) => w.classList.toggle('on', i === now && on));
    });
    if (!bar) return; put(bar, 'data-on', on ? '' : null);
    const total = all.reduce((s, x) => s + span(x), 0), start = r ? all.slice(0, all.indexOf(r)).reduce((s, x) => s + span(x), 0) : 0, chosen = row(page().unit), at = live ? start + t : chosen ? all.slice(0, all.indexOf(chosen)).reduce((s, x) => s + span(x), 0) : 0;
    const slide = $('[data-read=seek]', bar); if (document.activeElement !== slide || on) slide.value = String(Math.round(1000 * at / (total || 1))); put(slide, 'aria-valuetext', `${live ? unit + ', ' : ''}${clock(at)}`);
    set($('[data-read-time]', bar), all.length ? `${tenths(at)} / ${clock(total)}` : bar.dataset.none);
    const b = $('[data-read=toggle]', bar); put(b, 'aria-label', on ? bar.dataset.pause : bar.dataset.play); b.disabled = !all.length;
  }
  function needle(wave, share) {
    if (!wave) return; let n = $('.needle', wave);
    if (share < 0) { if (n) n.remove(); return; }
    if (!n) { n = document.createElement('i'); n.className = 'needle'; wave.append(n); } n.style.left = `${Math.min(100, 100 * share)}%`;
  }
  (function tick() { if (on) show(); requestAnimationFrame(() => on ? tick() : setTimeout(tick, 200)); })();
  function seek(share) { let at = share * rows().reduce((s, x) => s + span(x), 0); for (const r of rows()) { if (at < span(r)) { const was = on; read(r.dataset.id, Math.min(at, +r.dataset.seconds - 0.02)); if (!was) stop(); return; } at -= span(r); } }

  /* ---- the recorder: what is said stays here until it is used ---- */
  const tape = { unit: '', recorder: null, blob: null, url: '', began: 0, timer: 0, meter: null, seconds: 0, state: '' };
  const box = () => $('#tab-voice [data-recorder]');
  function recorder(words) {
    const b = box(); if (!b) return; const mine = tape.unit === b.dataset.recorder, state = mine ? tape.state : '';
    const seen = { start: !state, stop: state === 'on', hear: state === 'done', use: state === 'done', drop: state === 'done' };
    Object.entries(seen).forEach(([name, yes]) => { const x = $(`[data-rec=${name}]`, b); if (x.hidden === yes) x.hidden = !yes; });
    const file = $('[data-rec-file]', b); if (file.hidden === !state) file.hidden = !!state; $('.level', b).hidden = state !== 'on';
    const line = $('[data-rec-said]', b), d = b.dataset; set(line, words ?? (state === 'on' ? d.recording.replace('{time}', tenths((Date.now() - tape.began) / 1000)) : state === 'done' ? d.ready.replace('{time}', tenths(tape.seconds)) : state === 'sending' ? d.sending : mine && tape.note ? d[tape.note] : ''));
  }
  async function record() {
    const b = box(); if (!b) return; stop(); drop(); tape.unit = b.dataset.recorder; tape.note = '';
    if (!navigator.mediaDevices || !window.MediaRecorder) { tape.note = 'insecure'; recorder(); return; }
    recorder(b.dataset.asking);
    let stream; try { stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false } }); } catch { tape.note = 'denied'; recorder(); return; }
    const kind = ['audio/webm;codecs=opus', 'audio/mp4', ''].find(k => !k || MediaRecorder.isTypeSupported(k)), parts = [], machine = tape.recorder = new MediaRecorder(stream, kind ? { mimeType: kind, audioBitsPerSecond: 160000 } : {});
    machine.ondataavailable = e => e.data.size && parts.push(e.data);
    machine.onstop = () => { stream.getTracks().forEach(t => t.stop()); clearInterval(tape.timer); tape.meter?.close(); tape.seconds = (Date.now() - tape.began) / 1000; tape.blob = new Blob(parts, { type: machine.mimeType }); tape.url = URL.createObjectURL(tape.blob); tape.state = 'done'; recorder(); $('[data-rec=use]', box() || document)?.focus(); };
    tape.meter = new AudioContext(); const ear = tape.meter.createAnalyser(); ear.fftSize = 1024; tape.meter.createMediaStreamSource(stream).connect(ear); const wave = new Float32Array(1024);
    tape.began = Date.now(); tape.state = 'on'; machine.start(250); recorder(); b.scrollIntoView({ block: 'nearest' }); $('[data-rec=stop]', b)?.focus();
    tape.timer = setInterval(() => { ear.getFloatTimeDomainData(wave); const top = Math.max(...wave.map(Math.abs)), bar = $('.level i', box() || document); if (bar) { bar.style.width = `${Math.min(100, 100 * Math.sqrt(top))}%`; bar.classList.toggle('hot', top > 0.98); } recorder(); if (Date.now() - tape.began > 590000) machine.stop(); }, 100);
  }
  function drop() { if (tape.recorder && tape.recorder.state !== 'inactive') { tape.recorder.onstop = null; tape.recorder.stream.getTracks().forEach(t => t.stop()); tape.recorder.stop(); tape.meter?.close(); } clearInterval(tape.timer); if (tape.url) URL.revokeObjectURL(tape.url); Object.assign(tape, { blob: null, url: '', state: '', recorder: null }); }
  async function use() {
    if (!tape.blob) return; tape.state = 'sending'; recorder(); const own = tape.unit, ending = tape.blob.type.includes('mp4') ? 'm4a' : 'webm';
    try { const file = await studio().bring(new File([tape.blob], `recording.${ending}`, { type: tape.blob.type })); studio().send('adopt', { unit: own, id: own, file, name: 'recording' }); drop(); tape.note = ''; } catch { tape.state = 'done'; tape.note = 'denied'; }
    recorder();
  }

  /* ---- listening to voices and to words of the lexicon ---- */
  const small = new Audio();
  const hear = url => { stop(); small.src = url; small.play().catch(() => {}); };
  const pairs = lex => $$('.pair', lex).map(p => ['word', 'said'].map(k => $(`[data-lex=${k}]`, p).value.trim()));
  const loaded = lex => $$('.pair', lex).map(p => ['word', 'said'].map(k => $(`[data-lex=${k}]`, p).dataset.value));
  function sayings(lex) {
    const now = pairs(lex).filter(p => p[0] && p[1]), was = loaded(lex).filter(p => p[0]);
    if (JSON.stringify(now) !== JSON.stringify(was)) studio().send('sayings', { pairs: now, before: was });
  }
  document.addEventListener('change', e => { const lex = e.target.closest?.('[data-lexicon]'); if (lex) sayings(lex); });

  /* ---- story cards: the lines follow the words ---- */
  let typing = 0;
  const card = el => el.closest?.('[data-card]'); let cardsAt = '';
  document.addEventListener('input', e => { const form = card(e.target); if (!form) return; clearTimeout(typing); typing = setTimeout(() => studio().send('card-lines', { id: form.dataset.card, values: Object.fromEntries($$('[name]', form).map(x => [x.name, x.value])) }), 400); });
  const whole = () => { const all = $('#start-all'); if (all) put(all, 'data-form', ''); /* a card's verbs take the film's wishes along */ };

  /* ---- clicks and keys ---- */
  const reads = { toggle, from: b => read(b.dataset.id), only: b => read(b.dataset.id, 0, true) };
  const recs = { start: record, stop: () => tape.recorder?.stop(), hear: () => hear(tape.url), use, drop: () => { drop(); recorder(); } };
  document.addEventListener('click', e => {
    const at = s => e.target.closest(s);
    if (at('[data-do=listen]')) stop();
    if (at('[data-read]') && at('[data-read]').dataset.read !== 'seek') reads[at('[data-read]').dataset.read](at('[data-read]'));
    if (at('[data-rec]')) recs[at('[data-rec]').dataset.rec]();
    const wave = at('[data-read-wave]'), own = wave && wave.closest('[data-heard]').dataset.heard;
    if (wave && row(own)) { const r = wave.getBoundingClientRect(); read(own, +row(own).dataset.seconds * (e.clientX - r.left) / r.width, !on || only); }
    const word = at('.lit [data-at]'); if (word) read(word.closest('[data-heard]').dataset.heard, +word.dataset.at, only || !on);
    if (at('[data-listen-field]')) { const s = $('select', at('.with-listen')); if (s?.value) hear('/voice/' + encodeURIComponent(s.value)); }
    const lex = at('[data-lexicon]'), pair = at('.pair');
    if (lex && pair && at('[data-lex-listen]')) { const [w, s] = ['word', 'said'].map(k => $(`[data-lex=${k}]`, pair).value.trim()); if (w) hear(`${lex.dataset.address}?` + new URLSearchParams({ words: w, said: s, voice: lex.dataset.voice })); else $('[data-lex=word]', pair).focus(); }
    if (lex && pair && at('[data-lex-remove]')) { $$('input', pair).forEach(x => { x.value = ''; }); sayings(lex); }
    const verb = at('[data-do=accept],[data-do=line-split],[data-do=line-up],[data-do=line-down]'); if (verb) again = verb.dataset.do;
  });
  document.addEventListener('input', e => { if (e.target.matches('[data-read=seek]')) seek(+e.target.value / 1000); });
  document.addEventListener('play', e => { if (e.target !== sound && on) stop(); }, true);
  let again = '';
  const tap = what => { const b = $(`#tab-script [data-do=${what}]`); if (b && !b.disabled) b.click(); return !!b; };
  const plain = { n: 'line-insert', g: 'line-merge', Delete: 'line-remove' };
  window.addEventListener('keydown', e => {
    if (!studio() || e.target.closest?.('dialog')) return; const stage = page().stage, own = e.target === field(), busy = e.target.closest?.('textarea,select,input:not([type=radio],[type=range])');
    let done = false;
    if ((e.ctrlKey || e.metaKey) && e.key === 'Enter' && card(e.target)) { $('[data-do=card-begin]')?.click(); done = true; }
    if (stage === 'script' && e.altKey && (e.key === 'ArrowUp' || e.key === 'ArrowDown')) done = tap(e.key === 'ArrowUp' ? 'line-up' : 'line-down');
    else if (stage === 'script' && e.altKey && e.key === 'Enter' && own) done = tap('line-split');
    else if (stage === 'script' && !busy && !e.ctrlKey && !e.metaKey && !e.altKey && plain[e.key]) done = tap(plain[e.key]);
    else if (stage === 'script' && e.key === 'Enter' && e.target.matches?.('.card[aria-current=true]')) { field()?.focus(); done = true; }
    else if (stage === 'voice' && e.key === ' ' && !busy && studio().spare(e, 'button:not(.card, [data-read]),a,summary')) { toggle(); done = true; }
    if (done) { e.preventDefault(); e.stopImmediatePropagation(); }
  }, true);
  document.addEventListener('dblclick', e => { if (e.target.closest('#tab-script .card')) field()?.focus(); });

  /* ---- after each change of the page ---- */
  let waiting = 0;
  function settle() { waiting = 0; whole(); if (page().stage !== 'voice' && on) stop(); const el = field(); if (el && el._for !== el.dataset.piece) { el._for = el.dataset.piece; el._at = undefined; } count(); cursor(); recorder(); if (!on && page().stage === 'voice') show();
    const title = $('#cards-title'), seen = title ? title.textContent : ''; if (seen !== cardsAt) { cardsAt = seen; if (title) { title.closest('#cards-row').scrollIntoView({ block: 'start', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' }); title.focus({ preventScroll: true }); } }
    const bar = again && $(`#tab-script [data-do=${again}]`); if (bar && document.activeElement === document.body) bar.focus(); }
  function begin() { const app = $('#app'); if (!app || !studio()) { setTimeout(begin, 100); return; } new MutationObserver(() => { if (!waiting) waiting = requestAnimationFrame(settle); }).observe(app, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-stamp', 'data-line', 'data-recorder', 'aria-current'] }); settle(); }
  begin();
})();
