package org.passerelle.cli.records;

import java.util.Locale;
import org.passerelle.language.FileTexts;
import org.passerelle.language.Language;
import org.passerelle.linkage.names.Comparison;
import org.passerelle.linkage.names.Reason;

/** Describes a comparison of names: the answer, then each reason with its weight. */
final class NameAnswer {
  private static final String NUMBER = "%+7.2f";
  private static final double ALIKE = 0.08;
  private final FileTexts texts;
  private final Locale locale;

  NameAnswer(String tag) {
    Language language = new Language(tag);
    texts = FileTexts.of(language, "names");
    locale = language.locale();
  }

  String text(Comparison comparison) {
    StringBuilder out = new StringBuilder(400);
    out.append(
            texts.text(
                comparison.same() ? "names.yes" : "names.no",
                decimals("%.3f", comparison.probability())))
        .append('\n');
    for (Reason reason : comparison.reasons()) {
      out.append(decimals(NUMBER, reason.logOdds()))
          .append("  ")
          .append(words(reason))
          .append('\n');
    }
    return out.append(decimals(NUMBER, comparison.logOdds()))
        .append("  ")
        .append(texts.text("names.sum"))
        .append('\n')
        .toString();
  }

  private String words(Reason reason) {
    if (reason.kind() == Reason.Kind.WORDS) {
      String why =
          texts.text(
              "names.why." + key(reason.why()),
              decimals("%.2f", reason.distance()),
              nearness(reason));
      return texts.text("names.words", reason.left(), reason.right(), why);
    }
    return texts.text("names." + key(reason.kind()), reason.left(), reason.right());
  }

  private static String nearness(Reason reason) {
    return reason.distance() <= ALIKE ? "alike" : reason.logOdds() > 0 ? "near" : "other";
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String decimals(String format, double value) {
    return String.format(locale, format, value);
  }
}
