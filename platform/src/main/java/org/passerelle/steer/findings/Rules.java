package org.passerelle.steer.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.passerelle.register.Facts;

/** All rules. Pure: the same facts give the same findings. */
public final class Rules {
  private static final List<Rule> ALL =
      List.of(
          new Rule("partners", CountRules::partners),
          new Rule("axes", CountRules::axes),
          new Rule("budget", CountRules::budgets),
          new Rule("committed", MoneyRules::committed),
          new Rule("paid", MoneyRules::paid),
          new Rule("paid-early", MoneyRules::paidBeforeStart),
          new Rule("series", DateRules::seriesDrift),
          new Rule("session", DateRules::adoptionOutsideSession),
          new Rule("fieldwork", DateRules::fieldworkLongBefore),
          new Rule("reference-year", DateRules::referenceYear),
          new Rule("place", PlaceRules::otherCountries),
          new Rule("spelling", WordRules::spellings),
          new Rule("titles", WordRules::titlesOfPersons),
          new Rule("address", WordRules::personalAddresses),
          new Rule("no-source", WordRules::figuresWithoutSource));

  private Rules() {}

  /**
   * A rule.
   *
   * @param name what it looks at, in words the text {@code findings.looks.NAME}
   */
  private record Rule(String name, Function<Facts, List<Finding>> finding) {}

  /** What is looked at; of anything else nothing may be claimed. */
  public static List<String> names() {
    return ALL.stream().map(Rule::name).toList();
  }

  /** Applies all rules. */
  public static List<Finding> find(Facts facts) {
    List<Finding> found = new ArrayList<>();
    ALL.forEach(rule -> found.addAll(rule.finding.apply(facts)));
    return List.copyOf(found);
  }
}
