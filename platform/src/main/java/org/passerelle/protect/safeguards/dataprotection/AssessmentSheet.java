package org.passerelle.protect.safeguards.dataprotection;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.casefile.CaseSheets.Setting;
import org.passerelle.protect.casework.casefile.Sheet;
import org.springframework.stereotype.Component;

/**
 * Template of the impact assessment (GDPR, article 35(7)): processing is filled in from the
 * register, threats to persons and safeguards from the threat model. What only the organisation can
 * judge is left blank.
 */
@Component
public class AssessmentSheet {
  /** Necessity and proportionality, and how rights are protected. */
  static final List<String> NECESSITY = List.of("basis", "minimal", "time", "rights", "processors");

  /** Threats to persons, as in docs/threat-model.md. */
  static final List<String> RISKS =
      List.of("exposed", "traced", "insider", "basis", "recipient", "figures", "machine", "lost");

  /** Questions that only the organisation can answer. */
  static final List<String> TO_JUDGE =
      List.of("setting", "views", "advice", "remaining", "decision");

  private final RegisterSheet register;

  AssessmentSheet(RegisterSheet register) {
    this.register = register;
  }

  /** The template, filled in as far as possible; to be rendered outside a transaction. */
  public Sheet of(Setting setting, SignedIn who) {
    Texts texts = setting.texts();
    Sheet whole = register.of(setting, who);
    List<Sheet.Part> parts = new ArrayList<>();
    parts.add(rows("why", texts, Stream.of("needed", "officer"), "dataprotection.why."));
    whole.parts().stream().filter(part -> !part.id().equals("measures")).forEach(parts::add);
    parts.add(rows("necessity", texts, NECESSITY.stream(), "dataprotection.necessity."));
    parts.add(risks(texts));
    parts.add(register.measures(texts));
    parts.add(
        RegisterSheet.part(
            "judge",
            texts,
            TO_JUDGE.stream()
                .map(
                    one ->
                        RegisterSheet.row(
                            texts.text("dataprotection.judge." + one),
                            texts.text("dataprotection.judge." + one + ".what"),
                            texts.text("dataprotection.fill-in")))
                .toList()));
    return new Sheet(
        whole.language(),
        texts.text("dataprotection.assessment.title"),
        List.of(texts.text("dataprotection.assessment.lede")),
        whole.footer(),
        parts,
        whole.footnotes());
  }

  private static Sheet.Part rows(String id, Texts texts, Stream<String> codes, String prefix) {
    return RegisterSheet.part(
        id,
        texts,
        codes
            .map(
                code ->
                    RegisterSheet.row(
                        texts.text(prefix + code), texts.text(prefix + code + ".what")))
            .toList());
  }

  private static Sheet.Part risks(Texts texts) {
    return RegisterSheet.part(
        "risks",
        texts,
        RISKS.stream()
            .map(
                code -> {
                  String key = "dataprotection.risk." + code;
                  return RegisterSheet.row(
                      texts.text(key),
                      texts.text("dataprotection.now", texts.text(key + ".now")),
                      texts.text("dataprotection.remains", texts.text(key + ".remains")),
                      texts.text("dataprotection.weigh"));
                })
            .toList());
  }
}
