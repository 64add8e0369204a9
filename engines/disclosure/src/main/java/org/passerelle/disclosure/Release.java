package org.passerelle.disclosure;

import java.util.List;
import java.util.Map;

/**
 * Figures that are declared, protected, audited and published together. Nothing outside the
 * declaration is published, and nothing in it after the others.
 *
 * @param id of the release, in file names and in later releases that name it
 * @param title for readers
 * @param population who is counted, in a sentence
 * @param period that the figures tell of
 * @param source of the records
 * @param caveat what readers must know
 * @param variables by which tables are parted
 * @param tables to publish
 * @param policy what must hold
 * @param previous how the population of an earlier release, by its id, relates to this one
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

  /** How the persons of an earlier release relate to those of this one. */
  public enum Relation {
    /** The very same records, other tables: equal figures are equal. */
    SAME,
    /** Records were added, none taken away or changed: no figure becomes less. */
    GROWS,
    /** Records were added, changed and taken away. */
    CORRECTED,
    /** Other persons: another period, another country. Nothing can be subtracted. */
    APART
  }

  /** The same with its variables' categories as found in data. */
  Release with(List<Variable> found) {
    return new Release(
        id, title, population, period, source, caveat, found, tables, policy, previous);
  }
}
