package org.passerelle.forms;

/**
 * A problem in a form definition and a suggestion.
 *
 * @param line from 1, or 0 if unknown
 * @param where the question or section, or empty
 * @param maybe the probable solution, without "Maybe"
 */
public record FormProblem(String file, int line, String where, String what, String maybe) {
  @Override
  public String toString() {
    return "forms/%s%s%s: %s%nMaybe %s"
        .formatted(
            file,
            line > 0 ? ", line " + line : "",
            where.isEmpty() ? "" : ", " + where,
            what,
            maybe);
  }
}
