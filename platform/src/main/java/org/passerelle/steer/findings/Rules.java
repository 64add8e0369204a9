package org.passerelle.steer.findings;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.register.Facts;

/** All rules. Pure: the same facts give the same findings. */
public final class Rules {
  private static final List<Rule> ALL =
      List.of(
          CountRules::partners,
          CountRules::axes,
          CountRules::budgets,
          DateRules::seriesDrift,
          DateRules::adoptionOutsideSession,
          DateRules::fieldworkLongBefore,
          DateRules::referenceYear,
          WordRules::spellings,
          WordRules::titlesOfPersons,
          WordRules::personalAddresses,
          WordRules::figuresWithoutSource);

  private Rules() {}

  /** A rule. */
  private interface Rule {
    List<Finding> find(Facts facts);
  }

  /** Applies all rules. */
  public static List<Finding> find(Facts facts) {
    List<Finding> found = new ArrayList<>();
    ALL.forEach(rule -> found.addAll(rule.find(facts)));
    return List.copyOf(found);
  }
}
