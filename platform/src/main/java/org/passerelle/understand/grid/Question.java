package org.passerelle.understand.grid;

import java.util.List;

/**
 * A question of the grid: the three elements of the Palermo Protocol (2000, art. 3), followed by
 * what distinguishes compulsion from choice in practice. In display order.
 *
 * @param code name in the language files and in the database
 * @param element whether it is one of the three elements
 */
public record Question(String code, boolean element) {
  /** All questions. */
  public static final List<Question> ALL =
      List.of(
          new Question("act", true),
          new Question("means", true),
          new Question("purpose", true),
          new Question("proceeds", false),
          new Question("quotas", false),
          new Question("rotation", false),
          new Question("adult_direction", false),
          new Question("debts", false),
          new Question("repeated_arrests", false));

  /** The codes of all questions. */
  public static List<String> codes() {
    return ALL.stream().map(Question::code).toList();
  }
}
