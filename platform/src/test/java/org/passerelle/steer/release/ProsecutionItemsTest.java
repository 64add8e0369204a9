package org.passerelle.steer.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.passerelle.register.Facts;

/** What is asked of prosecution: every step is there, and what is told follows from the tables. */
class ProsecutionItemsTest {
  private static final List<YearlyReturn> RETURNS =
      List.of(YearlyReturn.read("eu"), YearlyReturn.read("unodc"));

  @Test
  void everyStepIsToldOrSaysWhyNotInEachLanguage() {
    List<Population> told = new ArrayList<>();
    for (ProsecutionItems.Step step : ProsecutionItems.all()) {
      assertThat(step.ours().byLanguage()).as(step.id()).containsOnlyKeys("en", "fr", "sr");
      assertThat(step.population() == null).as(step.id()).isEqualTo(step.why() != null);
      if (step.why() != null) {
        assertThat(step.why().byLanguage()).as(step.id()).containsOnlyKeys("en", "fr", "sr");
      }
      if (step.population() != null) {
        told.add(step.population());
      }
    }
    assertThat(told)
        .containsExactly(Population.SUSPECTED, Population.PROSECUTED, Population.CONVICTED);
  }

  @Test
  void everyItemRestsOnADutyOfTheRegisterThatNobodyHasVerified() {
    Set<String> recipients = new TreeSet<>();
    for (ProsecutionItems.Step step : ProsecutionItems.all()) {
      step.asked()
          .forEach(
              (of, item) -> {
                recipients.add(of);
                assertThat(item.item().byLanguage()).containsOnlyKeys("en", "fr", "sr");
                assertThat(Facts.shipped().find("reporting-duty", item.duty()))
                    .as(item.duty())
                    .hasValueSatisfying(duty -> assertThat(duty.flag("verified")).isFalse());
              });
    }
    assertThat(recipients).containsExactly("eu", "unodc");
  }

  /** Only the European Union asks for suspects by form: nothing but the tables can say so. */
  @Test
  void whatIsToldFollowsFromTheTablesOfTheReturn() {
    for (YearlyReturn of : RETURNS) {
      for (ProsecutionItems.Step step : ProsecutionItems.all()) {
        boolean counted = step.population() != null;
        for (String by : List.of("sex", "age", "citizenship")) {
          assertThat(ProsecutionItems.tells(of, step, by))
              .as(of.id() + step.id())
              .isEqualTo(counted);
        }
        assertThat(ProsecutionItems.tells(of, step, "form"))
            .as(step.id())
            .isEqualTo(counted && of.id().equals("eu"));
      }
    }
    YearlyReturn less =
        new YearlyReturn(
            "less",
            RETURNS.get(0).title(),
            List.of(),
            List.of(new YearlyReturn.Part(Population.SUSPECTED, List.of("sex"))),
            Map.of(),
            RETURNS.get(0).missing());
    ProsecutionItems.Step suspected = ProsecutionItems.all().get(1);
    assertThat(ProsecutionItems.tells(less, suspected, "sex")).isTrue();
    assertThat(ProsecutionItems.tells(less, suspected, "age")).isFalse();
    assertThat(ProsecutionItems.tells(less, ProsecutionItems.all().get(2), "sex")).isFalse();
  }
}
