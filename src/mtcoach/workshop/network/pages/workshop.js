// Brings what is true now onto the page, and says when the line is broken.
// Everything works without it, too: forms are sent, links look again.
(function () {
  "use strict";
  var body = document.body, line = document.getElementById("line");
  var url = body.getAttribute("data-stream"), key = body.getAttribute("data-key");
  var show = document.getElementById("show"), say = document.getElementById("say");
  var source = null, heard = Date.now(), ahead = 0, lost = false, over = false, again = 0, clearing = 0;

  function tell(text, seconds) {
    clearTimeout(clearing);
    if (line.textContent !== text) line.textContent = text;
    if (seconds) clearing = setTimeout(function () { line.textContent = ""; }, seconds * 1000);
  }

  // --- what somebody is writing: kept in this tab until it is sent ---------------------
  function field() { return say && say.querySelector("form textarea"); }
  function shelf(form) { return "draft " + form.getAttribute("data-draft"); }
  function keep() {
    var words = field();
    try { if (words) sessionStorage.setItem(shelf(words.form), words.value); } catch (e) { /* full, or off */ }
  }
  function forget(form) { try { sessionStorage.removeItem(shelf(form)); } catch (e) { /* off */ } }
  function restore() {
    var words = field(), kept = null;
    try { if (words) kept = sessionStorage.getItem(shelf(words.form)); } catch (e) { /* off */ }
    if (kept !== null) words.value = kept;
  }

  // --- what is true now ------------------------------------------------------------------
  function heading() {
    var first = show.querySelector("h1");
    if (first) { first.setAttribute("tabindex", "-1"); first.focus(); }
  }
  function take(state) {
    if (state.show !== undefined) {
      var moved = state.key !== key, inside = say && say.contains(document.activeElement);
      show.innerHTML = state.show;
      if (moved && say) {
        say.innerHTML = state.say;
        restore();
        if (inside) heading();
        tell(state.told, 6);
      }
      key = state.key;
      document.title = state.title;
      tick();
      fit();
    }
    Object.keys(state.live).forEach(function (name) {
      var at = show.querySelectorAll("[data-live=" + name + "]");
      for (var i = 0; i < at.length; i++) at[i].textContent = state.live[name];
    });
    if (state.over) { over = true; close(); }
  }

  // The wall has no scroll bar that anybody could reach: its letters give way.
  function fit() {
    if (say) return;
    for (var size = 100; size >= 50; size -= 4) {
      body.style.setProperty("--fit", String(size / 100));
      if (document.documentElement.scrollHeight <= innerHeight) return;
    }
  }

  // --- the line ----------------------------------------------------------------------------
  function close() { if (source) { source.close(); source = null; } }
  function broken() {
    if (over) return;
    lost = true;
    tell("Reconnecting…");
    if (source && source.readyState !== 2) return; // the browser tries again by itself
    close();
    clearTimeout(again);
    again = setTimeout(open, 1500 + Math.random() * 1500);
  }
  function sound() {
    heard = Date.now();
    if (lost) { lost = false; tell("Connected again", 4); }
  }
  function open() {
    close();
    clearTimeout(again);
    source = new EventSource(url);
    source.onerror = broken;
    source.addEventListener("beat", function (event) {
      ahead = Date.now() - Number(event.data);
      sound();
    });
    source.addEventListener("join", function () { location.assign("/"); });
    source.addEventListener("state", function (event) { sound(); take(JSON.parse(event.data)); });
  }
  function look() {
    if (over || document.visibilityState === "hidden" || Date.now() - heard < 25000) return;
    heard = Date.now();
    lost = true;
    tell("Reconnecting…");
    open();
  }

  // --- timers ------------------------------------------------------------------------------
  function tick() {
    var at = document.querySelectorAll("[data-ends]");
    for (var i = 0; i < at.length; i++) {
      var left = Math.round((Number(at[i].getAttribute("data-ends")) - Date.now() + ahead) / 1000);
      at[i].textContent = left > 0 ? Math.floor(left / 60) + ":" + ("0" + left % 60).slice(-2) : "time is up";
    }
  }

  // --- forms -------------------------------------------------------------------------------
  var pressed = null;
  function send(event) {
    var form = event.target, by = event.submitter || pressed;
    if (!say || !say.contains(form)) return;
    event.preventDefault();
    var data = new URLSearchParams(new FormData(form)), words = form.querySelector("textarea");
    var written = words.value, name = by ? by.value : "";
    if (by && by.name) data.set(by.name, by.value);
    tell("Sending…");
    fetch(form.action, { method: "POST", body: data, headers: { Accept: "application/json" } })
      .then(function (answer) { return answer.json(); })
      .then(function (answer) {
        if (answer.join) { location.assign("/"); return; }
        if (answer.key === undefined) { tell(answer.told, 8); return; }
        var more = words.isConnected && words.value !== written; // typed while it was sent
        if (more) keep(); else if (answer.sent) forget(form);
        key = answer.key;
        show.innerHTML = answer.show;
        say.innerHTML = answer.say;
        if (more) restore(); else if (!answer.sent) keep();
        tick();
        tell(answer.told, 6);
        var next = say.querySelector(".doubt button") || (name && say.querySelector("button[value=" + name + "]")) || field();
        if (next) next.focus(); else heading();
      })
      .catch(function () { tell("Not sent, as the line is broken; send it once more when it is back."); });
  }

  if (!url) return;
  document.addEventListener("click", function (event) { pressed = event.target.closest("button"); });
  document.addEventListener("submit", send);
  document.addEventListener("input", keep);
  ["online", "focus"].forEach(function (name) { addEventListener(name, look); });
  addEventListener("pageshow", function (event) { if (event.persisted && !over) open(); });
  document.addEventListener("visibilitychange", look);
  addEventListener("resize", fit);
  setInterval(look, 5000);
  setInterval(tick, 1000);
  restore();
  tick();
  fit();
  open();
})();
