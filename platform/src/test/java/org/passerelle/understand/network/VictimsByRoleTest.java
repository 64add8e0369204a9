package org.passerelle.understand.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.passerelle.network.ActorKind;
import org.passerelle.network.CaseNetwork;

/** Who is a victim by the word of their role is never ranked, whether somebody ticked it or not. */
class VictimsByRoleTest {
  private final UUID child = new UUID(0, 1);
  private final UUID boss = new UUID(0, 2);

  @Test
  void aRoleThatSaysSoCountsLikeATick() {
    assertThat(victims(actor(child, "žrtva, maloletna", null), actor(boss, "gazda", null)))
        .containsExactly(child.toString());
  }

  @Test
  void aMergedActorIsAVictimByTheRoleOfEither() {
    UUID other = new UUID(0, 3);
    assertThat(
            victims(actor(child, "", null), actor(other, "victime", child), actor(boss, "", null)))
        .containsExactly(child.toString());
  }

  private static List<String> victims(StoredActor... actors) {
    CaseNetwork network = new NetworkState(1, List.of(actors), List.of()).network();
    Measured measured = Measured.of(network, 1);
    List<String> ranked =
        measured.ranking("degree").stream().map(v -> network.actors().get(v).id()).toList();
    return network.actors().stream().map(a -> a.id()).filter(id -> !ranked.contains(id)).toList();
  }

  private static StoredActor actor(UUID id, String role, @Nullable UUID into) {
    Map<String, List<String>> attributes =
        role.isEmpty() ? Map.of() : Map.of("role", List.of(role));
    return new StoredActor(
        id, null, new ActorState("", ActorKind.PERSON, id.toString(), false, attributes, into));
  }
}
