package org.passerelle.protect.identity.elsewhere;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Staff;
import org.passerelle.partner.nodes.identity.StubNode;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;

/** A node that hosts several organisations may ask for twice as many persons as one, no more. */
@OnBothDatabases
@Tag("slow")
class NodeQuotaTest {
  @Parameter House house;
  private KnownLimits limits;
  private SignedIn asked;
  private StubNode node;
  private StubNode other;
  private List<UUID> hosted;

  @BeforeEach
  void aNodeOfThree() {
    limits = house.get(KnownLimits.class);
    asked = house.colleague(Staff.organisation(house).id(), Role.FOCAL_POINT);
    node = new StubNode(house, "http://127.0.0.1:9");
    hosted = Stream.generate(house.get(Identifiers.class)::next).limit(3).toList();
    node.agree(
        node.descriptor(
            hosted.stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), id -> "ngo"))));
    other = new StubNode(house, "http://127.0.0.1:9");
    other.trusted();
  }

  @AfterEach
  void nobodyCallsThem() {
    node.end();
    other.end();
  }

  @Test
  void theThirdOrganisationHasNoQuestionLeftWhenTwoHaveUsedTheirs() {
    assertThat(received(hosted.get(0), KnownLimits.A_DAY)).isEqualTo(KnownLimits.A_DAY);
    assertThat(received(hosted.get(0), 1)).as("its own quota").isZero();
    assertThat(received(hosted.get(1), KnownLimits.A_DAY - 1)).isEqualTo(KnownLimits.A_DAY - 1);
    assertThat(received(hosted.get(2), 5)).as("the last of the node").isOne();
    assertThat(received(hosted.get(2), 1)).isZero();
    assertThat(house.get(KnownFigures.class).excessive(today(), asked))
        .as("what the asked organisation is told")
        .contains(hosted.get(2));
    assertThat(received(other.organisation(), 5)).as("another node").isEqualTo(5);
  }

  @Test
  void soItIsWithThePersonsOfTheirQuestions() {
    found(hosted.get(0), KnownLimits.A_DAY);
    assertThat(left(hosted.get(0))).as("its own quota").isFalse();
    found(hosted.get(1), KnownLimits.A_DAY - 1);
    assertThat(left(hosted.get(2))).as("the two hundredth person").isTrue();
    found(hosted.get(2), 1);
    assertThat(hosted).as("nor is the next one compared, whoever asks").noneMatch(this::left);
    assertThat(left(other.organisation())).as("another node").isTrue();
  }

  @Test
  void soItIsWithWhatTheOrganisationsOfThisNodeAskOfOne() {
    UUID far = other.organisation();
    List<UUID> own = Stream.generate(() -> Staff.organisation(house).id()).limit(3).toList();
    assertThat(sent(own.get(0), far, KnownLimits.A_DAY)).isEqualTo(KnownLimits.A_DAY);
    assertThat(sent(own.get(1), far, KnownLimits.A_DAY)).isEqualTo(KnownLimits.A_DAY);
    assertThat(sent(own.get(2), far, 1)).isZero();
    assertThat(sent(own.get(2), hosted.get(0), 1)).as("to another node").isOne();
  }

  private int received(UUID from, int questions) {
    return house.inTransaction(() -> limits.count(pair(from), false, questions));
  }

  private int sent(UUID from, UUID to, int questions) {
    return house.inTransaction(() -> limits.count(new DaySecrets.Pair(from, to), true, questions));
  }

  private void found(UUID from, int persons) {
    house.inTransaction(
        () -> {
          limits.persons(pair(from), persons);
          return true;
        });
  }

  private boolean left(UUID from) {
    return house.inTransaction(() -> limits.personsLeft(pair(from)));
  }

  private DaySecrets.Pair pair(UUID from) {
    return new DaySecrets.Pair(asked.organisation(), from);
  }

  private LocalDate today() {
    return new KnownScenes(house).today();
  }
}
