package org.passerelle.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.network.measure.Corridor;

/** Layers, periods, gradings, evidence, victims, both directions and both sides. */
class CaseNetworkTest {
  private static Actor actor(String id, ActorKind kind, boolean victim, String place) {
    return new Actor(
        id, kind, id, victim, place.isEmpty() ? Map.of() : Map.of("place", List.of(place)));
  }

  private static Tie tie(
      String id, String from, String to, String kind, Period period, String grading) {
    return new Tie(
        id,
        from,
        to,
        kind,
        2,
        !kind.equals("kin"),
        period,
        "",
        grading.isEmpty() ? null : Grading.of(grading),
        !kind.equals("rumour"),
        Map.of());
  }

  private static final CaseNetwork CASE =
      new CaseNetwork(
          List.of(
              actor("a", ActorKind.PERSON, false, "Niš"),
              actor("b", ActorKind.PERSON, false, "Paris"),
              actor("c", ActorKind.PERSON, true, "Paris"),
              actor("p", ActorKind.PHONE, false, "")),
          List.of(
              tie("1", "a", "b", "call", new Period("2019-03", "2019-03"), "A1"),
              tie("2", "b", "a", "call", new Period("2019-05-01", "2019-05-02"), "B3"),
              tie("3", "a", "b", "kin", Period.UNKNOWN, ""),
              tie("4", "a", "c", "rumour", new Period("2018", ""), "6x6:F6"),
              tie("5", "a", "p", "uses", Period.UNKNOWN, "A2"),
              tie("6", "c", "p", "uses", Period.UNKNOWN, "B2"),
              tie("7", "a", "a", "call", Period.UNKNOWN, "")));

  private static List<String> ids(CaseNetwork network) {
    return network.ties().stream().map(Tie::id).toList();
  }

  @Test
  void aWindowOfTimeKeepsWhatMayHaveHeldThen() {
    assertThat(ids(CASE.during(new Period("2019-03-31", "2019-04-30"))))
        .containsExactly("1", "3", "4", "5", "6", "7");
    assertThat(ids(CASE.during(new Period("2019-05-02", "2019-05-02"))))
        .containsExactly("2", "3", "4", "5", "6", "7");
    assertThat(ids(CASE.during(new Period("", "2017-12-31")))).containsExactly("3", "5", "6", "7");
  }

  @Test
  void layersGradingsEvidenceAndVictims() {
    assertThat(ids(CASE.layers(Set.of("kin", "rumour")))).containsExactly("3", "4");
    assertThat(ids(CASE.gradedAtLeast(Grading.of("B2")))).containsExactly("1", "5", "6");
    assertThat(ids(CASE.inEvidence())).containsExactly("1", "2", "3", "5", "6", "7");
    assertThat(ids(CASE.withoutVictims())).containsExactly("1", "2", "3", "5", "7");
    assertThat(CASE.layers(Set.of()).actors()).hasSize(4);
  }

  @Test
  void parallelTiesAreOneWithTheirSumAndLoopsAreCounted() {
    Graph both = CASE.graph(false, GraphBuilder.Parallel.SUM);
    assertThat(both.ties()).isEqualTo(4);
    assertThat(both.loops()).isEqualTo(1);
    assertThat(both.weight(both.begin(0))).isEqualTo(6);
    Graph arcs = CASE.graph(true, GraphBuilder.Parallel.SUM);
    assertThat(arcs.ties()).isEqualTo(5);
    // one call and the kinship, which is undirected
    assertThat(arcs.weight(arcs.begin(1))).isEqualTo(4);
    assertThat(arcs.undirected().ties()).isEqualTo(4);
    assertThat(arcs.reversed().contains(2, 0)).isTrue();
    assertThat(arcs.contains(2, 0)).isFalse();
  }

  @Test
  void whoSharesATelephoneIsTied() {
    CaseNetwork persons =
        TwoMode.projected(CASE.layers(Set.of("uses")), a -> a.kind() == ActorKind.PERSON);
    assertThat(persons.actors()).hasSize(3);
    assertThat(persons.ties())
        .singleElement()
        .satisfies(
            tie -> {
              assertThat(List.of(tie.source(), tie.target())).containsExactly("a", "c");
              assertThat(tie.weight()).isEqualTo(1);
            });
  }

  @Test
  void corridorsJoinPlaces() {
    List<Corridor> corridors = Corridor.of(CASE, actor -> actor.value("place"));
    assertThat(corridors).hasSize(2);
    Corridor out = corridors.get(0);
    assertThat(out.from() + "–" + out.to()).isEqualTo("Niš–Paris");
    assertThat(out.ties()).isEqualTo(3);
    assertThat(out.weight()).isEqualTo(6);
    assertThat(out.actors()).isEqualTo(3);
    assertThat(out.period()).isEqualTo(new Period("2018", "2019-03"));
    assertThat(corridors.get(1).period()).isEqualTo(new Period("2019-05-01", "2019-05-02"));
  }

  @Test
  void whatCannotBeIsRefusedWithItsValues() {
    refused(() -> new CaseNetwork(List.of(Actor.named("a"), Actor.named("a")), List.of()), "a");
    refused(
        () -> new CaseNetwork(List.of(Actor.named("a")), List.of(Tie.plain("1", "a", "z", 1))),
        "there is no actor z");
    List<Tie> twice = new ArrayList<>(CASE.ties());
    twice.add(CASE.ties().get(0));
    refused(() -> new CaseNetwork(CASE.actors(), twice), "Two ties are called 1");
    refused(() -> Tie.plain("1", "a", "b", Double.NaN), "NaN");
    refused(() -> Tie.plain("1", " ", "b", 1), "leads from");
    refused(() -> new Period("2019", "2018"), "swapped");
    refused(() -> new Period("2019-02-30", ""), "2019-02-30 is not a date");
    refused(() -> new Period("spring", ""), "spring is not a date");
    refused(() -> Grading.of("G7"), "6×6");
    refused(() -> Grading.of("4x4:D1"), "D1 is not a grading on the 4x4 scale");
    refused(() -> Grading.of("good"), "not a grading");
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String words) {
    assertThatThrownBy(work)
        .isInstanceOf(BadNetwork.class)
        .hasMessageContaining(words.replace("6×6", "6x6"))
        .hasMessageContaining("Maybe");
  }

  @Test
  void gradingsKnowTheirScale() {
    assertThat(Grading.of("b2")).isEqualTo(Grading.of("4x4:B2"));
    assertThat(Grading.of("E1").scale()).isEqualTo(Grading.Scale.SIX_BY_SIX);
    assertThat(Grading.of("A6").scale()).isEqualTo(Grading.Scale.SIX_BY_SIX);
    assertThat(Grading.of("6×6:A1").code()).isEqualTo("6x6:A1");
    assertThat(Grading.of("X1").atLeast(Grading.of("C4"))).isFalse();
  }
}
