package org.passerelle.protect.sharing.htcds;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.Question;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;

/** Fields of the standard, as questions of the form in use. */
@Component
class HtcdsFields {
  /** The version of the standard. */
  static final String VERSION = "2.0";

  /** Column for the record's own number, which the standard does not define. */
  static final String NUMBER = "record_id";

  /** Optional column for the version. */
  static final String VERSION_COLUMN = "htcds_version";

  private static final String FORM = "htcds-intake";
  private static final Set<String> DEPRECATED =
      Set.of(
          "vic_AgreementToManagePersonalData",
          "vic_Vulnerabilities",
          "vic_DetailsOfVulnerabilities");
  private final FormDefinitions definitions;

  HtcdsFields(FormDefinitions definitions) {
    this.definitions = definitions;
  }

  /** Form in which imported data are stored. */
  FormDefinition form() {
    return definitions
        .current(FORM)
        .orElseThrow(() -> new IllegalStateException("The form %s is missing.".formatted(FORM)));
  }

  /** Questions by field of the standard, in its order. */
  Map<String, Question> questions() {
    Map<String, Question> questions = new LinkedHashMap<>();
    for (Question question : form().questions()) {
      Question.Mapping mapping = question.mapsTo();
      if (mapping != null && mapping.standard().startsWith("HTCDS")) {
        questions.put(mapping.field(), question);
      }
    }
    return questions;
  }

  /**
   * Checks the name of a field.
   *
   * @param known fields in {@link #questions}
   * @throws Refused if the field makes the whole file unusable
   */
  static void check(String field, int line, int column, Set<String> known) {
    if (known.contains(field) || field.equals(NUMBER) || field.equals(VERSION_COLUMN)) {
      return;
    }
    if (DEPRECATED.contains(field)) {
      throw new Refused("htcds.refused.deprecated", line, column, field);
    }
    throw new Refused("htcds.refused.column", line, column, shown(field), nearest(field, known));
  }

  /** Checks the version stated by a file. */
  static void checkVersion(String declared, int line) {
    String plain = declared.strip().toLowerCase(Locale.ROOT).replaceFirst("^(htcds\\s*)?v?", "");
    if (!plain.equals(VERSION) && !plain.equals("2")) {
      throw new Refused("htcds.refused.version", line, shown(declared), VERSION);
    }
  }

  static String shown(String text) {
    String clean = text.replaceAll("[\\p{Cntrl}\uFFFD]", "?").strip();
    return clean.length() > 40 ? clean.substring(0, 40) + "…" : clean;
  }

  private static String nearest(String field, Set<String> known) {
    return known.stream()
        .min(
            Comparator.comparingInt((String one) -> distance(field, one)).thenComparing(one -> one))
        .orElse(NUMBER);
  }

  /** Edit distance of two strings (Levenshtein 1965), ignoring case. */
  static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT).substring(0, Math.min(60, one.length()));
    String b = other.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }

  List<String> names() {
    return List.copyOf(questions().keySet());
  }
}
