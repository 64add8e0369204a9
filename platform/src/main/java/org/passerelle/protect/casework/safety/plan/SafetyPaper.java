package org.passerelle.protect.casework.safety.plan;

import java.util.List;
import org.passerelle.language.Language;
import org.passerelle.language.Moments;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.casefile.Sheet;

/**
 * A safety plan on one page for the person: without name, case code or organisation, so that it
 * does not reveal whose it is, and without those who know of the plan.
 */
public final class SafetyPaper {
  private SafetyPaper() {}

  /** The document in the language of the texts, without empty parts. */
  public static Sheet of(SafetyPlan plan, Language language, Texts texts, Moments moments) {
    List<Sheet.Row> rows =
        plan.words().byPart().entrySet().stream()
            .filter(part -> !part.getKey().equals("knows") && !part.getValue().isBlank())
            .map(
                part ->
                    new Sheet.Row(
                        texts.text("safety.paper." + part.getKey()),
                        part.getValue()
                            .lines()
                            .map(String::strip)
                            .filter(l -> !l.isEmpty())
                            .toList()))
            .toList();
    return new Sheet(
        language.tag(),
        texts.text("safety.paper.title"),
        List.of(texts.text("safety.paper.lede")),
        List.of(texts.text("safety.paper.footer", moments.date(plan.review()))),
        List.of(
            new Sheet.Part(
                "plan", texts.text("safety.paper.part"), texts.text("safety.none"), rows)),
        List.of());
  }
}
