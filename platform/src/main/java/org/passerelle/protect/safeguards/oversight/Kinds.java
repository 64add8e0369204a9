package org.passerelle.protect.safeguards.oversight;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Kinds of access in the report, by the actions of the log. */
final class Kinds {
  private static final Map<String, List<String>> ACTIONS =
      new TreeMap<>(
          Map.of(
              "case", List.of("case.read"),
              "identity", List.of("identity.read", "contact.read"),
              "content",
                  List.of(
                      "dossier.file-read",
                      "dossier.read",
                      "draft.read",
                      "file.read",
                      "notes.read",
                      "submission.read"),
              "search", List.of("case.found-by-name"),
              "out", List.of("case.copy-given", "case.exported", "case.printed", "disclosure.made"),
              "refused", List.of("access.refused", "factor.refused", "password.refused")));

  /** Actions that are listed individually for every user. */
  static final List<String> REMARKABLE =
      List.of(
          "case.copy-given",
          "case.exported",
          "case.printed",
          "desk.words-closed",
          "desk.words-lifted",
          "dossier.erased",
          "emergency.began",
          "emergency.reviewed",
          "person.erased",
          "program.limit-reached",
          "records.imported",
          "retention.kept",
          "screening.erased",
          "token.made",
          "user.roles-changed",
          "user.sign-in-reset",
          "work.file-read");

  private Kinds() {}

  /** The kind of an action, or empty if the report does not count it. */
  static String of(String action) {
    return ACTIONS.entrySet().stream()
        .filter(entry -> entry.getValue().contains(action))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  /** All actions that the report counts. */
  static List<String> actions() {
    return ACTIONS.values().stream().flatMap(List::stream).sorted().toList();
  }
}
