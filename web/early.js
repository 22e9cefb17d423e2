// The very first script, classic and in old syntax, so that it runs where nothing else does: it recognises pages
// opened from a file, browsers without modules or WebAssembly, and scripts that never arrived, and shows the
// sentence for each. All sentences stand in index.html.
(function () {
  "use strict";

  var shown = false;

  // Shows one of the sentences (`file`, `old`, `download`, `start`) instead of the progress; the first one stays.
  function trouble(kind, detail) {
    if (shown) return;
    shown = true;
    var place = document.getElementById("trouble-" + kind);
    var boot = document.getElementById("boot");
    if (!place || !boot) return;
    boot.hidden = false;
    document.getElementById("boot-way").hidden = true;
    var main = boot.querySelector("main");
    if (main) main.removeAttribute("aria-busy");
    var words = place.querySelector(".boot-detail");
    if (words) words.textContent = String(detail || "");
    var again = place.querySelector(".boot-again");
    if (again) again.addEventListener("click", function () { location.reload(); });
    place.hidden = false;
  }

  function whenParsed(work) {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", work);
    else work();
  }

  function say(kind, detail) {
    whenParsed(function () { trouble(kind, detail); });
  }

  window.metaverseTrouble = say;

  if (location.protocol === "file:") {
    say("file");
  } else if (typeof WebAssembly !== "object" || !("noModule" in document.createElement("script"))) {
    say("old");
  } else {
    // A script, style sheet or module that could not be fetched: only the capturing phase hears of it.
    addEventListener("error", function (event) {
      var target = event.target;
      if (target && target.tagName === "SCRIPT") say("download", target.src);
    }, true);
  }
})();
