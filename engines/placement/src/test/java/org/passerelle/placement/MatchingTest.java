package org.passerelle.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The proposal is optimal, violates no rule, and explains missing places. */
class MatchingTest {
  /** Long enough for a busy machine; small batches are solved immediately. */
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private static final Point BELGRADE = new Point(44.8125, 20.4612);
  private static final Point NIS = new Point(43.3209, 21.8958);

  private static Child child(String id, String group, int urgency, Zone... zones) {
    return new Child(
        id, group, "female", 14, 14, urgency, Set.of("sq"), Set.of(), Set.of(), List.of(zones));
  }

  private static Vacancy place(String id, int free, String... languages) {
    return new Vacancy(
        id, free, "any", 0, 17, Set.of(languages), Set.of(), Set.of(), BELGRADE, "", true);
  }

  private static Batch batch(List<Child> children, List<Vacancy> places, Batch.Apart... apart) {
    return new Batch(children, places, List.of(apart), List.of(), Travel.UNKNOWN);
  }

  private static Proposal of(Batch batch) {
    return Matching.of(batch, LIMIT, 1);
  }

  @Test
  @Tag("slow")
  void aThousandSmallCasesAreAsGoodAsTheBestOfAll() {
    for (int seed = 0; seed < 1_000; seed++) {
      Batch batch = Drawn.batch(2 + seed % 4, 1 + seed % 3, seed);
      batch = seed % 2 == 0 ? batch : Drawn.moving(batch, seed);
      Proposal proposal = of(batch);
      assertThat(Exhaustive.worth(batch, proposal.placed()))
          .as("seed %d", seed)
          .isEqualTo(new Exhaustive(batch).best());
      assertThat(proposal.optimal()).isTrue();
    }
  }

  @Test
  @Tag("long")
  void tenThousandCasesBreakNoHardRule() {
    for (int seed = 0; seed < 10_000; seed++) {
      Batch batch = Drawn.batch(3 + seed % 12, 1 + seed % 6, 50_000L + seed);
      batch = seed % 2 == 0 ? batch : Drawn.moving(batch, seed);
      Proposal proposal = of(batch);
      assertThat(new Judge(batch).broken(proposal.placed())).as("seed %d", seed).isEmpty();
      assertThat(proposal.waiting()).hasSize(batch.children().size() - proposal.placed().size());
    }
  }

  @Test
  void theAnswerAtOnceBreaksNoHardRuleEither() {
    for (int seed = 0; seed < 500; seed++) {
      Batch batch = Drawn.batch(3 + seed % 40, 1 + seed % 20, 90_000L + seed);
      assertThat(new Judge(batch).broken(Matching.atOnce(batch))).as("seed %d", seed).isEmpty();
    }
    Batch large = Drawn.batch(200, 60, 7);
    assertThat(new Judge(large).broken(Matching.atOnce(large))).isEmpty();
    assertThat(Matching.atOnce(large)).hasSizeGreaterThan(60);
  }

  @Test
  @Tag("long")
  void twoHundredChildrenAndSixtyPlacesAreProven() {
    Batch batch = Drawn.batch(200, 60, 7);
    // the duration is measured in bench/README.md; here it does not matter
    Proposal proposal = Matching.of(batch, LIMIT, 2);
    assertThat(new Judge(batch).broken(proposal.placed())).isEmpty();
    assertThat(proposal.gap()).as("%s", proposal.proofs()).isLessThanOrEqualTo(0.02);
  }

  @Test
  void whoeverNeedsAPlaceTonightComesBeforeTwoWhoCanWait() {
    Proposal proposal =
        of(
            batch(
                List.of(child("a", "g", 2), child("b", "g", 2), child("c", "", 0)),
                List.of(place("p", 2))));
    assertThat(proposal.placed()).containsOnlyKeys("c");
    assertThat(proposal.waiting()).extracting(Proposal.Waits::child).containsExactly("a", "b");
    assertThat(proposal.waiting().get(0).rule()).isEqualTo(Rule.CAPACITY);
  }

  @Test
  void brothersAndSistersStayTogetherUnlessThatIsUnsafe() {
    List<Child> two = List.of(child("a", "g", 1), child("b", "g", 1));
    List<Vacancy> apartments = List.of(place("p", 1), place("q", 1));
    assertThat(of(batch(two, apartments)).placed()).isEmpty();
    assertThat(of(batch(two, apartments)).waiting().get(0).alone()).containsEntry(Rule.CAPACITY, 2);
    assertThat(of(batch(two, apartments, new Batch.Apart("a", "b"))).placed())
        .containsOnlyKeys("a", "b");
  }

  @Test
  void aSisterWhoLivesSomewhereDrawsThereAndIsNotMoved() {
    Batch batch =
        new Batch(
            List.of(child("a", "g", 1)),
            List.of(place("p", 3, "sq"), place("q", 1)),
            List.of(),
            List.of(new Batch.Resident("sister", "q", "g")),
            Travel.UNKNOWN);
    assertThat(of(batch).placed()).containsEntry("a", "q");
    Batch full =
        new Batch(
            batch.children(),
            List.of(place("p", 3, "sq"), place("q", 0)),
            List.of(),
            batch.residents(),
            Travel.UNKNOWN);
    Proposal.Waits waits = of(full).waiting().get(0);
    assertThat(waits.alone()).containsEntry(Rule.TOGETHER, 1).containsEntry(Rule.CAPACITY, 1);
  }

  @Test
  void aHouseThatWouldPartBrothersAndSistersIsToldToEachOfThem() {
    Child one = child("a", "g", 1);
    Batch batch = batch(List.of(one, child("b", "g", 1)), List.of(place("p", 1), place("q", 2)));
    assertThat(Matching.broken(batch, one, batch.places().get(0))).containsExactly(Rule.TOGETHER);
    assertThat(Matching.broken(batch, one, batch.places().get(1))).isEmpty();
    Batch unsafe = batch(batch.children(), batch.places(), new Batch.Apart("a", "b"));
    assertThat(Matching.broken(unsafe, one, batch.places().get(0))).isEmpty();
  }

  @Test
  void whoeverIsToBeMovedLeavesTheirHouseAndDrawsNobodyThere() {
    Child moved = child("a", "g", 0);
    Batch batch =
        new Batch(
            List.of(moved, child("b", "g", 0), child("rival", "", 0)),
            List.of(place("p", 3, "sq"), place("q", 2)),
            List.of(new Batch.Apart("a", "rival")),
            List.of(new Batch.Resident("a", "p", "g")),
            Travel.UNKNOWN);
    Proposal proposal = of(batch);
    assertThat(proposal.placed()).containsEntry("a", "q").containsEntry("b", "q");
    assertThat(proposal.waiting()).extracting(Proposal.Waits::child).containsExactly("rival");
    assertThat(Matching.broken(batch, moved, batch.places().get(0))).contains(Rule.MOVE);
  }

  @Test
  void whoIsInConflictWithSomebodyThereGoesElsewhereOrWaits() {
    Batch batch =
        new Batch(
            List.of(child("a", "", 0)),
            List.of(place("p", 2)),
            List.of(new Batch.Apart("r", "a")),
            List.of(new Batch.Resident("r", "p", "")),
            Travel.UNKNOWN);
    assertThat(of(batch).placed()).isEmpty();
    assertThat(of(batch).waiting().get(0).rule()).isEqualTo(Rule.APART);
  }

  @Test
  void aZoneThatCannotBeJudgedIsNotOutside() {
    Zone near = new Zone(BELGRADE, 50, "", 0);
    Zone far = new Zone(NIS, 50, "", 0);
    Zone blind = new Zone(List.of(), 50, "", 0);
    assertThat(of(batch(List.of(child("a", "", 0, near)), List.of(place("p", 1)))).placed())
        .isEmpty();
    assertThat(of(batch(List.of(child("a", "", 0, far)), List.of(place("p", 1)))).placed())
        .hasSize(1);
    Proposal proposal = of(batch(List.of(child("a", "", 0, blind)), List.of(place("p", 1))));
    assertThat(proposal.waiting().get(0).rule()).isEqualTo(Rule.ZONE);
  }

  @Test
  void travelTimeCountsWhereTheTableSaysIt() {
    Zone slow = new Zone(List.of(), 0, "north", 60);
    Travel table = (from, to) -> to.equals("south") ? OptionalInt.of(90) : OptionalInt.empty();
    assertThat(slow.of(null, "south", table)).isEqualTo(Zone.Verdict.CLEAR);
    assertThat(slow.of(null, "north", table)).isEqualTo(Zone.Verdict.WITHIN);
    assertThat(slow.of(null, "east", table)).isEqualTo(Zone.Verdict.UNKNOWN);
    assertThat(new Zone(NIS, 50, "north", 60).of(BELGRADE, "east", table))
        .isEqualTo(Zone.Verdict.CLEAR);
  }

  @Test
  void theWishesCountInTheirOrder() {
    Child child =
        new Child("a", "", "male", 10, 10, 0, Set.of("fr"), Set.of("trauma"), Set.of(), List.of());
    Vacancy speaks =
        new Vacancy("p", 1, "male", 0, 17, Set.of("fr"), Set.of(), Set.of(), null, "", false);
    Vacancy trained =
        new Vacancy("q", 1, "any", 0, 17, Set.of(), Set.of("trauma"), Set.of(), null, "", true);
    Proposal proposal = of(batch(List.of(child), List.of(trained, speaks)));
    assertThat(proposal.placed()).containsEntry("a", "p");
    assertThat(proposal.fits().get("a")).isEqualTo(new Proposal.Fit(true, 0, 1, false));
  }

  @Test
  void withoutAPlaceOrAChildThereIsAnAnswer() {
    assertThat(of(batch(List.of(), List.of())).placed()).isEmpty();
    assertThat(of(batch(List.of(child("a", "", 0)), List.of())).waiting().get(0).rule())
        .isEqualTo(Rule.CAPACITY);
  }

  @Test
  void whatContradictsItselfIsSaid() {
    assertThatThrownBy(() -> batch(List.of(child("a", "", 0), child("a", "", 1)), List.of()))
        .isInstanceOf(BadBatch.class)
        .hasMessageContaining("Maybe");
    assertThatThrownBy(() -> new Zone(BELGRADE, 0, "", 0)).isInstanceOf(BadBatch.class);
    assertThatThrownBy(() -> new Point(91, 0)).isInstanceOf(BadBatch.class);
    assertThat(BELGRADE.toString()).doesNotContain("44");
  }

  @Test
  void theGreatCircleIsThatOfAnotherFormula() {
    assertThat(BELGRADE.kilometresTo(NIS)).isBetween(199.0, 202.0);
    for (int seed = 0; seed < 500; seed++) {
      java.util.Random random = new java.util.Random(seed);
      Point one = new Point(180 * random.nextDouble() - 90, 360 * random.nextDouble() - 180);
      Point other = new Point(180 * random.nextDouble() - 90, 360 * random.nextDouble() - 180);
      assertThat(one.kilometresTo(other))
          .isCloseTo(Judge.byAngle(one, other), org.assertj.core.data.Offset.offset(1e-5));
    }
  }
}
