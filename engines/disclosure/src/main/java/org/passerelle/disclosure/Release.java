package org.passerelle.disclosure;

import java.util.List;
import java.util.Map;

/**
 * Figures that are declared, protected, audited and published together. Nothing outside the
 * declaration is published, and nothing is added to it later.
 *
 * @param id id of the release, in file names and in later releases that refer to it
 * @param title for readers
 * @param population the counted persons, in a sentence
 * @param period period of the figures
 * @param source source of the records
 * @param caveat caveat for readers
 * @param variables variables of the tables
 * @param tables tables to publish
 * @param policy requirements
 * @param previous relation of earlier releases, by id, to this one
 */
public record Release(
    String id,
    String title,
    String population,
    String period,
    String source,
    String caveat,
    List<Variable> variables,
    List<TableShape> tables,
    Policy policy,
    Map<String, Relation> previous) {
  public Release {
    variables = List.copyOf(variables);
    tables = List.copyOf(tables);
    previous = Map.copyOf(previous);
  }

  /** Relation of an earlier release's persons to those of this one. */
  public enum Relation {
    /** The same records, other tables: corresponding figures are equal. */
    SAME,
    /** Records were added, none removed or changed: no figure decreases. */
    GROWS,
    /** Records were added, changed and removed. */
    CORRECTED,
    /** Different persons: another period, another country. Figures cannot be subtracted. */
    APART
  }

  /** A copy with categories found in the data. */
  Release with(List<Variable> found) {
    return new Release(
        id, title, population, period, source, caveat, found, tables, policy, previous);
  }
}
