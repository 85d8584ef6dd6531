/** Quizzes: the verdict of a question is told and its explanation opened; nothing is kept. */

for (const form of document.querySelectorAll<HTMLFormElement>("[data-js-question]")) {
  const verdict = form.querySelector<HTMLElement>("[data-js-verdict]")!;
  const explanation = form.querySelector<HTMLDetailsElement>("[data-js-explanation]")!;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const choices = [...form.querySelectorAll<HTMLInputElement>("input")];
    if (!choices.some((choice) => choice.checked)) {
      verdict.textContent = verdict.dataset["none"] ?? "";
      return;
    }
    const right = choices.every((choice) => choice.checked === choice.hasAttribute("data-correct"));
    verdict.textContent = (right ? verdict.dataset["right"] : verdict.dataset["wrong"]) ?? "";
    explanation.open = true;
  });
  form.addEventListener("reset", () => {
    verdict.textContent = "";
    explanation.open = false;
  });
}

export {};
