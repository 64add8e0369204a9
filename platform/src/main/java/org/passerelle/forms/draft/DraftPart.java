package org.passerelle.forms.draft;

import java.util.Optional;

/**
 * The part of a draft that is edited. As text it has the form of the place in a {@link
 * org.passerelle.forms.FormProblem}: {@code question met}, or empty for the form itself.
 *
 * @param id id of the section, question or list, or empty
 */
public record DraftPart(Kind kind, String id) {
  /** Title, source and other properties of the form. */
  public static final DraftPart FORM = new DraftPart(Kind.FORM, "");

  /** The order of sections and questions. */
  public static final DraftPart ORDER = new DraftPart(Kind.ORDER, "");

  /** The kinds of parts. */
  public enum Kind {
    FORM,
    ORDER,
    SECTION,
    QUESTION,
    /** The codes of a question. */
    CODES,
    /** A list of codes shared by several questions of the form. */
    LIST
  }

  public static DraftPart section(String id) {
    return new DraftPart(Kind.SECTION, id);
  }

  public static DraftPart question(String id) {
    return new DraftPart(Kind.QUESTION, id);
  }

  public static DraftPart codes(String question) {
    return new DraftPart(Kind.CODES, question);
  }

  public static DraftPart list(String name) {
    return new DraftPart(Kind.LIST, name);
  }

  /** Parses the result of {@link #toString}; empty if malformed. */
  public static Optional<DraftPart> of(String text) {
    if (text.isEmpty()) {
      return Optional.of(FORM);
    }
    int space = text.indexOf(' ');
    String word = space < 0 ? text : text.substring(0, space);
    String id = space < 0 ? "" : text.substring(space + 1);
    return switch (word) {
      case "order" -> Optional.of(ORDER);
      case "section" -> Optional.of(section(id));
      case "question" -> Optional.of(question(id));
      case "codes" -> Optional.of(codes(id));
      case "list" -> Optional.of(list(id));
      default -> Optional.empty();
    };
  }

  @Override
  public String toString() {
    return switch (kind) {
      case FORM -> "";
      case ORDER -> "order";
      case SECTION -> "section " + id;
      case QUESTION -> "question " + id;
      case CODES -> "codes " + id;
      case LIST -> "list " + id;
    };
  }
}
