// As SurveyJS's own guide for plain pages has it; the answers are kept in the browser, as ours are.
document.addEventListener("DOMContentLoaded", () => {
  const survey = new Survey.Model(FORM);
  survey.locale = "ja";
  survey.data = JSON.parse(localStorage.getItem("answers") ?? "{}");
  survey.onValueChanged.add(() => localStorage.setItem("answers", JSON.stringify(survey.data)));
  window.survey = survey;
  survey.render(document.getElementById("surveyContainer"));
});
