package org.passerelle.steer.findings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.language.PartialDate;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Values;
import org.passerelle.steer.findings.Finding.Side;
import org.passerelle.steer.programme.Funding;

/** Amounts of a project that cannot all be true. */
final class MoneyRules {
  private MoneyRules() {}

  /** More is committed than there is. */
  static List<Finding> committed(Facts facts) {
    return differences(facts, "committed", Funding.What.COMMITTED_OVER_BUDGET);
  }

  /** More is paid than was committed, or, if commitments are not entered, than there is. */
  static List<Finding> paid(Facts facts) {
    List<Finding> found =
        new ArrayList<>(differences(facts, "paid", Funding.What.DISBURSED_OVER_COMMITTED));
    for (Entry project : facts.all("project")) {
      Funding funding = Funding.of(project);
      BigDecimal paid = funding.disbursed();
      BigDecimal available = funding.available();
      if (funding.committed() == null
          && paid != null
          && available != null
          && paid.compareTo(available) > 0) {
        found.add(finding("paid-over-budget", project, paid, available));
      }
    }
    return found;
  }

  private static List<Finding> differences(Facts facts, String rule, Funding.What what) {
    List<Finding> found = new ArrayList<>();
    for (Entry project : facts.all("project")) {
      Funding.of(project).differences().stream()
          .filter(difference -> difference.what() == what)
          .forEach(d -> found.add(finding(rule, project, d.more(), d.less())));
    }
    return found;
  }

  private static Finding finding(String rule, Entry project, BigDecimal more, BigDecimal less) {
    String said = more.toPlainString() + " / " + less.toPlainString();
    return new Finding(
        rule,
        List.of(more.toPlainString(), less.toPlainString()),
        List.of(new Side(project, said)));
  }

  /** Something is paid before the project begins. */
  static List<Finding> paidBeforeStart(Facts facts) {
    List<Finding> found = new ArrayList<>();
    for (Entry project : facts.all("project")) {
      LocalDate start = project.date("start").map(PartialDate::earliest).orElse(null);
      for (Values payment : project.rows("disbursements")) {
        LocalDate paid = payment.date("date").map(PartialDate::latest).orElse(null);
        if (start != null && paid != null && paid.isBefore(start)) {
          found.add(
              new Finding(
                  "paid-early",
                  List.of(payment.text("date"), project.text("start")),
                  List.of(
                      new Side(project, payment.text("date")),
                      new Side(project, project.text("start")))));
        }
      }
    }
    return found;
  }
}
