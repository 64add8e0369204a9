package org.passerelle.prosecute.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.investigation.DueThing;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Assets are summed by step; measures are due by the limit that the order states. */
@OnBothDatabases
class AssetsTest {
  @Parameter House house;

  @Test
  void stepsAreSummedAndStruckOutOnesAreNot() {
    Scenes.Begun begun = new Scenes(house).begun();
    SignedIn who = begun.prosecutor();
    UUID asset =
        assets()
            .enter(
                begun.id(),
                new Asset.Draft("cash", null, new BigDecimal("500.00"), "EUR", "FR", "Notes"),
                who);
    step(begun.id(), asset, "seized", "300.50", "", who);
    UUID twice = step(begun.id(), asset, "frozen", "300.50", "", who);
    assertThat(find(begun, asset).taken()).isEqualByComparingTo("601.00");
    assets().strike(begun.id(), asset, twice, who);
    assets().strike(begun.id(), asset, twice, who);
    assertThat(find(begun, asset).taken()).isEqualByComparingTo("300.50");
    assertThat(find(begun, asset).steps()).hasSize(2);
    assertThat(find(begun, asset).stands()).isEqualTo("seized");
    assertThatThrownBy(() -> step(begun.id(), asset, "confiscated", "300.51", "", who))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("measure.refused.more-than-seized");
    step(begun.id(), asset, "confiscated", "300.50", "", who);
    step(begun.id(), asset, "confiscated", "10.00", "Interest", who);
    assertThat(find(begun, asset).sum("confiscated")).isEqualByComparingTo("310.50");
  }

  /** No limit is computed: without one in the order nothing is due. */
  @Test
  void aMeasureIsDueByItsOwnLimitUntilItEnds() {
    Scenes.Begun begun = new Scenes(house).begun();
    SignedIn who = begun.prosecutor();
    LocalDate today = new Scenes(house).today();
    UUID limited = order(begun, today.plusDays(3), who);
    order(begun, null, who);
    order(begun, today.plusDays(40), who);
    assertThat(due(begun, today.plusDays(8)))
        .singleElement()
        .satisfies(due -> assertThat(due).isEqualTo(today.plusDays(3)));
    assertThatThrownBy(() -> order(begun, today.minusDays(1), who)).isInstanceOf(Refused.class);
    measures().executed(begun.id(), limited, today, who);
    measures().end(begun.id(), limited, today, "Nothing found", who);
    assertThat(due(begun, today.plusDays(8))).isEmpty();
    assertThatThrownBy(() -> measures().end(begun.id(), limited, today, "again", who))
        .isInstanceOf(Refused.class);
    assertThat(measures().find(begun.id(), limited, who).words())
        .isEqualTo(new Measure.Words("Court", "72 hours", "Order 5", "Nothing found"));
  }

  private UUID order(Scenes.Begun begun, @Nullable LocalDate until, SignedIn who) {
    LocalDate today = new Scenes(house).today();
    return measures()
        .order(
            begun.id(),
            new Measure.Draft(
                "search",
                null,
                today,
                today,
                until,
                new Measure.Words("Court", "72 hours", "Order 5", "")),
            who);
  }

  private List<LocalDate> due(Scenes.Begun begun, LocalDate before) {
    return measures()
        .due(Map.of(begun.id(), "26-1"), before.atStartOfDay(ZoneOffset.UTC).toInstant())
        .stream()
        .map(DueThing::day)
        .toList();
  }

  private UUID step(
      UUID investigation, UUID asset, String kind, String amount, String note, SignedIn who) {
    return assets()
        .step(
            investigation,
            asset,
            new Assets.StepDraft(
                kind,
                new Scenes(house).today(),
                new BigDecimal(amount),
                new Asset.Words("Court", note)),
            who);
  }

  private Asset find(Scenes.Begun begun, UUID asset) {
    return assets().find(begun.id(), asset, begun.prosecutor());
  }

  private Assets assets() {
    return house.get(Assets.class);
  }

  private Measures measures() {
    return house.get(Measures.class);
  }
}
