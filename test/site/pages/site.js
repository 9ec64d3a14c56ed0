// What the pages themselves need from script. Without it they are complete, only less lively.

/** Opening a guide says what the reader is interested in; Forwhom keeps it only with consent. */
for (const guide of document.querySelectorAll("details[data-topic]")) {
  guide.addEventListener("toggle", () => {
    if (guide.open) window.forwhom?.track?.("topic_open", { topic: guide.dataset.topic });
  });
}

/** A delegated listener, because the form may be swapped for another one. */
document.addEventListener("submit", (event) => {
  const done = event.target.dataset.done;
  if (!done) return;
  event.preventDefault();
  event.target.querySelector("[role=status]").textContent = done;
  window.forwhom?.convert?.("book-demo");
});

/** Per year: two thirds of the collecting at €65 an hour, a fifth of the idle cash at 4 %, half of the overdraft. */
function worth({ hours, idle, overdraft }) {
  return hours * 46 * 65 * (2 / 3) + idle * 1000 * 0.2 * 0.04 + overdraft * 1000 * 0.5;
}

const form = document.querySelector("#worth");
const money = new Intl.NumberFormat("en", { style: "currency", currency: "EUR", maximumFractionDigits: 0 });

function showWorth() {
  const { hours, idle, overdraft, worth: result } = form.elements;
  const sum = worth({ hours: +hours.value, idle: +idle.value, overdraft: +overdraft.value });
  result.value = money.format(Math.round(sum / 1000) * 1000);
}

if (form) {
  form.addEventListener("input", showWorth);
  showWorth();
}
