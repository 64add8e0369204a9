package org.passerelle.understand.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Actor;
import org.passerelle.network.ActorKind;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Grading;
import org.passerelle.network.Period;
import org.passerelle.network.Tie;

/** What is drawn: never more than can be looked at, and nothing that the lens leaves out. */
class PictureTest {

  @Test
  void largeNetworksStandAsGroupsThatOpen() {
    CaseNetwork network = planted(40, 40);
    Measured measured = Measured.of(network, 1);
    Picture closed = Picture.of(measured, Map.of(), List.of());
    assertThat(network.actors().size() + network.ties().size()).isGreaterThan(4_800);
    assertThat(closed.aggregated()).isTrue();
    assertThat(closed.nodes().size() + closed.lines().size()).isLessThanOrEqualTo(Picture.MOST);
    assertThat(closed.nodes().stream().mapToInt(Picture.Node::members).sum())
        .as("every actor stands in one sign")
        .isEqualTo(network.actors().size());
    Picture open = Picture.of(measured, Map.of(), List.of(0, 1));
    assertThat(open.opened()).containsExactlyInAnyOrder(0, 1);
    assertThat(open.nodes()).hasSizeGreaterThan(closed.nodes().size());
    List<Integer> all = new ArrayList<>();
    for (int g = 0; g < measured.groups().sizes().length; g++) {
      all.add(g);
    }
    Picture most = Picture.of(measured, Map.of(), all);
    assertThat(most.nodes().size() + most.lines().size())
        .as("groups beyond what can be drawn stay closed")
        .isLessThanOrEqualTo(Picture.MOST);
    assertThat(most.lines().stream().mapToInt(Picture.Line::ties).sum())
        .isLessThanOrEqualTo(network.ties().size());
  }

  @Test
  void aLineTellsWhatItStandsFor() {
    CaseNetwork network =
        CaseNetwork.ofTies(
            List.of(
                tie("1", "a", "b", "2018", "2018", "4x4:C3"),
                tie("2", "b", "a", "2019", "", "4x4:B3"),
                tie("3", "b", "c", "2019-03", "2019-05", "4x4:A1")));
    Picture picture = Picture.of(Measured.of(network, 1), Map.of(), List.of());
    Picture.Line first = picture.lines().get(0);
    assertThat(first.ties()).isEqualTo(2);
    assertThat(first.doubt()).as("both are worse than B2").isTrue();
    assertThat(first.from()).isEqualTo("2018-01-01");
    assertThat(first.to()).as("one has no end").isEmpty();
    assertThat(picture.lines().get(1).doubt()).isFalse();
    assertThat(picture.lines().get(1).to()).isEqualTo("2019-05-31");
  }

  @Test
  void theLensLeavesOut() {
    Actor victim = new Actor("v", ActorKind.PERSON, "V-1", true, Map.of());
    CaseNetwork network =
        new CaseNetwork(
            List.of(Actor.named("a"), Actor.named("b"), Actor.named("c"), victim),
            List.of(
                tie("1", "a", "b", "2018", "2018", "4x4:C3"),
                tie("2", "b", "c", "2020", "", "4x4:A1"),
                tie("3", "a", "v", "", "", "")));
    assertThat(ties(Lens.ALL, network)).containsExactly("1", "2", "3");
    assertThat(ties(Lens.ALL.during("2019-01", "2019-12"), network))
        .as("what is not dated may have held")
        .containsExactly("3");
    assertThat(ties(Lens.ALL.during("2018-06", "2018-06"), network)).containsExactly("1", "3");
    assertThat(ties(new Lens(Set.of(), Set.of(), "", "", "", "4x4:B2", false, true, 0), network))
        .containsExactly("2");
    CaseNetwork without =
        new Lens(Set.of(), Set.of(), "", "", "", "", false, false, 0).seen(network);
    assertThat(without.actors()).extracting(Actor::id).containsExactly("a", "b", "c");
    assertThat(without.ties()).hasSize(2);
    assertThat(new Lens(Set.of(), Set.of(), "", "", "", "", false, true, 2).seen(network).actors())
        .extracting(Actor::id)
        .containsExactly("a", "b");
  }

  @Test
  void victimsAreNotRanked() {
    Actor victim = new Actor("v", ActorKind.PERSON, "V-1", true, Map.of());
    Actor one = new Actor("a", ActorKind.PERSON, "A", false, Map.of());
    Actor other = new Actor("b", ActorKind.PERSON, "B", false, Map.of());
    Measured measured =
        Measured.of(
            new CaseNetwork(
                List.of(victim, one, other),
                List.of(Tie.plain("1", "v", "a", 1), Tie.plain("2", "v", "b", 1))),
            1);
    for (String name : Measured.NAMES) {
      assertThat(measured.ranking(name)).containsExactlyInAnyOrder(1, 2);
    }
    assertThat(measured.place(1, "degree")).isEqualTo(1);
    assertThat(measured.among(1)).isEqualTo(2);
  }

  @Test
  void whoSharesAPhoneIsSuggestedAndWhoIsTiedIsNot() {
    Actor a = new Actor("a", ActorKind.PERSON, "A", false, Map.of());
    Actor b = new Actor("b", ActorKind.PERSON, "B", false, Map.of());
    Actor c = new Actor("c", ActorKind.PERSON, "C", false, Map.of());
    Actor one = new Actor("p", ActorKind.PHONE, "+381 (0)11 555", false, Map.of());
    Actor same = new Actor("q", ActorKind.PHONE, "+381-011-555", false, Map.of());
    Actor v = new Actor("v", ActorKind.PERSON, "V-1", true, Map.of());
    Actor w = new Actor("w", ActorKind.PERSON, "V-2", true, Map.of());
    Actor place = new Actor("x", ActorKind.ADDRESS, "a house", false, Map.of());
    CaseNetwork network =
        new CaseNetwork(
            List.of(a, b, c, one, same, v, w, place),
            List.of(
                Tie.plain("1", "a", "p", 1),
                Tie.plain("2", "b", "q", 1),
                Tie.plain("3", "c", "p", 1),
                Tie.plain("4", "a", "c", 1),
                Tie.plain("5", "v", "x", 1),
                Tie.plain("6", "w", "x", 1)));
    Set<String> pairs = new HashSet<>();
    Suggestions.found(network).forEach(s -> pairs.add(s.one().id() + s.other().id()));
    assertThat(pairs)
        .as("a and c are tied already; two victims in one house tie nobody to a deed")
        .containsExactlyInAnyOrder("ab", "bc");
  }

  private static List<String> ties(Lens lens, CaseNetwork network) {
    return lens.seen(network).ties().stream().map(Tie::id).toList();
  }

  private static Tie tie(
      String id, String one, String other, String from, String to, String grading) {
    return new Tie(
        id,
        one,
        other,
        "call",
        1,
        false,
        new Period(from, to),
        "",
        grading.isEmpty() ? null : Grading.of(grading),
        true,
        Map.of());
  }

  /** Groups with many ties inside and few between. */
  static CaseNetwork planted(int groups, int size) {
    SplittableRandom random = new SplittableRandom(5);
    List<Tie> ties = new ArrayList<>();
    for (int v = 0; v < groups * size; v++) {
      int own = v / size * size;
      for (int t = 0; t < 2; t++) {
        int w = own + random.nextInt(size);
        if (w != v) {
          ties.add(Tie.plain("t" + ties.size(), "n" + v, "n" + w, 1));
        }
      }
      if (random.nextInt(4) == 0) {
        ties.add(Tie.plain("t" + ties.size(), "n" + v, "n" + random.nextInt(groups * size), 1));
      }
    }
    return CaseNetwork.ofTies(
        ties.stream().filter(tie -> !tie.source().equals(tie.target())).toList());
  }
}
