package org.passerelle.steer.findings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.language.PartialDate;
import org.passerelle.partner.Coverage;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Values;
import org.passerelle.steer.findings.Finding.Side;

/** Compares numbers announced by a source with the register's counts. */
final class CountRules {
  /** A post without dates is checked as of the last letter. */
  private static final LocalDate LATE = LocalDate.of(2100, 1, 1);

  private CountRules() {}

  /** A post's source says how many strategy countries it covers; the partners differ. */
  static List<Finding> partners(Facts facts) {
    LocalDate on =
        facts.all("letter").stream()
            .flatMap(l -> l.date("date").stream())
            .map(PartialDate::latest)
            .filter(day -> day != null)
            .max(LocalDate::compareTo)
            .orElse(LATE);
    List<Finding> found = new ArrayList<>();
    for (Coverage.Flag flag : Coverage.flags(facts, on)) {
      boolean partners = flag.doubt() == Coverage.Doubt.PARTNERS;
      if (!partners && flag.doubt() != Coverage.Doubt.COUNT) {
        continue;
      }
      Entry post = flag.posts().get(0);
      List<Side> sides = new ArrayList<>();
      sides.add(new Side(post, String.valueOf(flag.said())));
      if (partners) {
        figure(facts, "countries", flag.listed())
            .ifPresent(f -> sides.add(new Side(f, String.valueOf(flag.listed()))));
      }
      found.add(
          new Finding(
              partners ? "partners" : "countries", List.of(flag.said(), flag.listed()), sides));
    }
    return found;
  }

  private static Optional<Entry> figure(Facts facts, String unit, int value) {
    return facts.all("figure").stream()
        .filter(f -> f.text("unit").equals(unit))
        .filter(
            f ->
                f.decimal("value")
                    .filter(v -> v.compareTo(BigDecimal.valueOf(value)) == 0)
                    .isPresent())
        .findFirst();
  }

  /** A plan announces a number of axes; its source lists a different number. */
  static List<Finding> axes(Facts facts) {
    List<Finding> found = new ArrayList<>();
    for (Entry plan : facts.all("plan")) {
      int declared = plan.whole("axes-declared").orElse(0);
      List<Values> axes = plan.rows("axes");
      long listed =
          axes.stream().allMatch(a -> a.has("item"))
              ? axes.stream().map(a -> a.text("item")).distinct().count()
              : axes.size();
      if (declared > 0 && declared != listed) {
        found.add(
            new Finding(
                "axes",
                List.of(declared, listed),
                List.of(new Side(plan, declared + " / " + listed))));
      }
    }
    return found;
  }

  /** A project's budget lines do not add up to the declared total. */
  static List<Finding> budgets(Facts facts) {
    List<Finding> found = new ArrayList<>();
    for (Entry project : facts.all("project")) {
      BigDecimal sum =
          project.rows("budget").stream()
              .flatMap(line -> line.decimal("amount").stream())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      project
          .decimal("declared-total")
          .filter(total -> project.has("budget") && total.compareTo(sum) != 0)
          .ifPresent(
              total ->
                  found.add(
                      new Finding(
                          "budget",
                          List.of(total.toPlainString(), sum.toPlainString()),
                          List.of(
                              new Side(
                                  project, total.toPlainString() + " / " + sum.toPlainString())))));
    }
    return found;
  }
}
