package org.passerelle.forms;

/**
 * What is wrong in a form definition and what to do.
 *
 * @param line from 1, or 0 where none can be named
 * @param where the question or section, or empty
 * @param maybe what probably helps, without "Maybe"
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
