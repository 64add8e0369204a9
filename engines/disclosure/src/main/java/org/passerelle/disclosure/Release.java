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
 * @param counting what is counted or added up
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
    Map<String, Relation> previous,
    Counting counting) {
  public Release {
    variables = List.copyOf(variables);
    tables = List.copyOf(tables);
    previous = Map.copyOf(previous);
  }

  /** A release in which each row of the data is a person. */
  public Release(
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
    this(
        id,
        title,
        population,
        period,
        source,
        caveat,
        variables,
        tables,
        policy,
        previous,
        Counting.PERSONS);
  }

  /**
   * Minimum width of an interval in what the figures count: where a person may have several rows,
   * the policy's width holds for persons.
   */
  public long width() {
    return (long) policy.width() * counting.rows();
  }

  /** The smallest figure that certainly is not small; none if figures are amounts. */
  long enough() {
    return counting.isAmount() ? Long.MAX_VALUE : (long) policy.threshold() * counting.rows();
  }

  /** Lower bound of every suppressed value: an amount may be zero though somebody is there. */
  long leastHidden() {
    return counting.isAmount() ? 0 : policy.leastHidden();
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
        id, title, population, period, source, caveat, found, tables, policy, previous, counting);
  }
}
