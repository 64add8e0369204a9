package org.passerelle.prosecute.dismantling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Actor;
import org.passerelle.network.ActorKind;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Tie;

/** Figures of a small network that can be counted by hand. */
class BeforeAndAfterTest {
  private static Actor actor(String id, String role) {
    return new Actor(
        id, ActorKind.PERSON, id, false, role.isEmpty() ? Map.of() : Map.of("role", List.of(role)));
  }

  /** Two couples and a driver between them. */
  private static CaseNetwork ring() {
    return new CaseNetwork(
        List.of(
            actor("a", "recruiter"),
            actor("b", "recruiter"),
            actor("driver", "transporter"),
            actor("c", ""),
            actor("d", "recruiter")),
        List.of(
            Tie.plain("1", "a", "b", 1),
            Tie.plain("2", "b", "driver", 1),
            Tie.plain("3", "driver", "c", 1),
            Tie.plain("4", "c", "d", 1)));
  }

  @Test
  void theRingFallsIntoTwoWithoutItsDriver() {
    BeforeAndAfter seen = BeforeAndAfter.of(ring(), Set.of("driver"), Set.of());
    assertThat(seen.all()).isEqualTo(new BeforeAndAfter.Figures(5, 4, 1, 5, 0));
    // of six pairs among four who are left, four have no path
    assertThat(seen.withoutArrested().parts()).isEqualTo(2);
    assertThat(seen.withoutArrested().largest()).isEqualTo(2);
    assertThat(seen.withoutArrested().ties()).isEqualTo(2);
    assertThat(seen.withoutArrested().apart()).isCloseTo(4 / 6.0, offset(1e-9));
    assertThat(seen.withoutConvicted()).isEqualTo(seen.all());
  }

  @Test
  void rolesSayWhoIsLeftAndThoseWithoutOneComeLast() {
    BeforeAndAfter seen = BeforeAndAfter.of(ring(), Set.of("a"), Set.of("b"));
    assertThat(seen.roles())
        .containsExactly(
            new BeforeAndAfter.Role("recruiter", 3, 2, 1),
            new BeforeAndAfter.Role("transporter", 1, 0, 0),
            new BeforeAndAfter.Role("", 1, 0, 0));
    assertThat(seen.roles().get(0).left()).isEqualTo(1);
    assertThat(seen.withoutArrested().actors())
        .as("a conviction without an arrest counts")
        .isEqualTo(3);
  }

  @Test
  void anEmptyNetworkHasNoParts() {
    BeforeAndAfter seen =
        BeforeAndAfter.of(new CaseNetwork(List.of(), List.of()), Set.of(), Set.of());
    assertThat(seen.all()).isEqualTo(new BeforeAndAfter.Figures(0, 0, 0, 0, 1));
    assertThat(seen.roles()).isEmpty();
  }
}
