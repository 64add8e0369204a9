package org.passerelle.protect.safeguards.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Staff;
import org.passerelle.disclosure.cells.SmallCells;
import org.passerelle.protect.safeguards.report.ManyCounted.One;
import org.passerelle.protect.safeguards.report.ReportQuestion.Filter;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Counts compared with an independent count of the same cases without a database. */
@OnBothDatabases
@Tag("postgresql")
class ReportsTest {
  @Parameter House house;
  private int seen;

  @Test
  void countsAreThoseOfTheCases() {
    SignedIn who = somebody(Role.CASE_MANAGER);
    List<One> all = ManyCounted.draw(900, house.clock().instant(), 7);
    ManyCounted.write(house, who.organisation(), all);
    ManyCounted.write(
        house, Staff.organisation(house).id(), ManyCounted.draw(200, house.clock().instant(), 8));
    compare(ask("form", "", List.of()), all, who);
    compare(ask("form", "country", List.of()), all, who);
    compare(ask("state", "gender", List.of(new Filter("country", "RS"))), all, who);
    compare(
        ask("state", "", List.of(new Filter("form", ""), new Filter("gender", "male"))), all, who);
    compare(ask("country", "quarter", List.of()), all, who);
    compare(ask("country", "year", List.of(new Filter("gender", "female"))), all, who);
    compare(ask("answer.means_of_control", "", List.of()), all, who);
    compare(ask("answer.means_of_control", "gender", List.of()), all, who);
    compare(ask("form", "", List.of(new Filter("answer.means_of_control", "Other"))), all, who);
    ReportQuestion byContact =
        new ReportQuestion("form", "year", ReportQuestion.CONTACT, 24, null, null, List.of());
    compare(byContact, all, who);
    // which of them show anything depends on how today's date divides the cases by month
    assertThat(seen).as("counts that were shown").isGreaterThan(30);
  }

  private static ReportQuestion ask(String rows, String columns, List<Filter> filters) {
    return new ReportQuestion(rows, columns, ReportQuestion.OPENED, 12, null, null, filters);
  }

  private void compare(ReportQuestion question, List<One> all, SignedIn who) {
    ReportAnswer answer = house.get(Reports.class).answer(question, who);
    YearMonth now = YearMonth.from(house.clock().instant().atOffset(ZoneOffset.UTC));
    YearMonth from = now.minusMonths(question.span());
    List<One> counted =
        all.stream()
            .filter(one -> !one.named())
            .filter(one -> within(day(question, one), from, now))
            .filter(
                one ->
                    question.filters().stream()
                        .allMatch(f -> codes(f.field(), one, question).contains(f.code())))
            .toList();
    int shown = 0;
    long sum = 0;
    for (int r = 0; r < answer.rows().size(); r++) {
      for (int c = 0; c < answer.columns().size(); c++) {
        String row = answer.rows().get(r);
        String column = answer.columns().get(c);
        long truth =
            counted.stream()
                .filter(one -> codes(question.rows(), one, question).contains(row))
                .filter(one -> codes(question.columns(), one, question).contains(column))
                .count();
        sum += truth;
        boolean small = truth > 0 && truth < SmallCells.THRESHOLD;
        if (small) {
          assertThat(answer.cell(r, c)).as("%s: %s, %s", question, row, column).isEmpty();
        } else if (answer.cell(r, c).isPresent()) {
          assertThat(answer.cell(r, c)).as("%s: %s, %s", question, row, column).hasValue(truth);
          shown++;
        }
      }
    }
    assertThat(answer.total()).as(question.toString()).hasValue(sum);
    seen += shown;
  }

  private static boolean within(LocalDate day, YearMonth from, YearMonth until) {
    return !YearMonth.from(day).isBefore(from) && YearMonth.from(day).isBefore(until);
  }

  private static LocalDate day(ReportQuestion question, One one) {
    return question.date().equals(ReportQuestion.OPENED) ? one.opened() : one.contact();
  }

  private static List<String> codes(String field, One one, ReportQuestion question) {
    Function<One, String> single =
        switch (field) {
          case "form" -> One::form;
          case "state" -> One::state;
          case "country" -> One::country;
          case "gender" -> One::gender;
          case "month" -> o -> YearMonth.from(day(question, o)).toString();
          case "quarter" ->
              o -> day(question, o).getYear() + "-Q" + ((day(question, o).getMonthValue() + 2) / 3);
          case "year" -> o -> String.valueOf(day(question, o).getYear());
          default -> o -> "";
        };
    if (field.startsWith("answer.")) {
      return one.means().isEmpty() ? List.of("") : one.means();
    }
    return List.of(single.apply(one));
  }

  /** Only caseworkers can count cases, and only those of their own organisation. */
  @Test
  void whoCounts() {
    for (Role role : Role.values()) {
      SignedIn who = somebody(role);
      if (Reports.READERS.contains(role)) {
        ManyCounted.write(
            house, who.organisation(), ManyCounted.draw(40, house.clock().instant(), 3));
        assertThat(house.get(Reports.class).answer(ask("form", "", List.of()), who).none())
            .isFalse();
        SignedIn other = somebody(role);
        assertThat(house.get(Reports.class).answer(ask("form", "", List.of()), other).none())
            .isTrue();
      } else {
        assertThatThrownBy(() -> house.get(Reports.class).answer(ask("form", "", List.of()), who))
            .as(role.name())
            .isInstanceOf(NotFound.class);
      }
    }
  }

  @Test
  void aTableThatNobodyReadsIsRefused() {
    SignedIn who = somebody(Role.SUPERVISOR);
    List<One> all = new ArrayList<>();
    List<One> drawn = ManyCounted.draw(60, house.clock().instant(), 5);
    String[] countries = {
      "AD", "AE", "AF", "AG", "AI", "AL", "AM", "AO", "AQ", "AR", "AS", "AT", "AU", "AW", "AX",
      "AZ", "BA", "BB", "BD", "BE", "BF", "BG", "BH", "BI", "BJ"
    };
    for (int i = 0; i < drawn.size(); i++) {
      One one = drawn.get(i);
      LocalDate day = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC).minusDays(40);
      all.add(
          new One(
              one.state(),
              one.form(),
              countries[i % countries.length],
              one.gender(),
              false,
              day,
              day,
              List.of()));
    }
    ManyCounted.write(house, who.organisation(), all);
    ReportQuestion wide =
        new ReportQuestion("country", "month", ReportQuestion.OPENED, 60, null, null, List.of());
    assertThatThrownBy(() -> house.get(Reports.class).answer(wide, who))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> house.get(Reports.class).answer(ask("shoe", "", List.of()), who))
        .isInstanceOf(NotFound.class);
  }

  /** Ten thousand cases, counted while somebody waits. */
  @Test
  @Tag("slow")
  @Tag("long")
  void tenThousandCases() {
    SignedIn who = somebody(Role.SUPERVISOR);
    ManyCounted.write(
        house, who.organisation(), ManyCounted.draw(10_000, house.clock().instant(), 11));
    long slowest = 0;
    for (ReportQuestion question :
        List.of(
            ask("form", "country", List.of()),
            ask("country", "month", List.of(new Filter("gender", "female"))),
            ask(
                "answer.means_of_control",
                "country",
                List.of(new Filter("form", "labour"), new Filter("gender", "male"))))) {
      long begin = computed();
      assertThat(house.get(Reports.class).answer(question, who).told()).isTrue();
      long took = (computed() - begin) / 1_000_000;
      System.out.printf(
          "10,000 cases, %s by %s: %d ms%n", question.rows(), question.columns(), took);
      slowest = Math.max(slowest, took);
    }
    assertThat(slowest).isLessThan(10_000);
  }

  /** CPU time of this thread in nanoseconds, independent of other load. */
  private static long computed() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private SignedIn somebody(Role role) {
    UUID organisation = Staff.organisation(house).id();
    return new SignedIn(
        UUID.randomUUID(), "Jelena M.", organisation, "Organisation", java.util.Set.of(role));
  }
}
