package org.passerelle.partner.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Addressees;
import org.passerelle.partner.nodes.identity.StubNode;
import org.passerelle.protect.identity.desk.Entry;
import org.passerelle.protect.identity.desk.JointScreening;
import org.passerelle.protect.identity.elsewhere.Hit;
import org.passerelle.protect.identity.elsewhere.KnownScenes;
import org.passerelle.storage.Vault;

/** A desk between two houses, on a way that a test bends. */
@Tag("long")
class DeskNodesTest extends OneDesk {
  private JointScreening joint(UUID id) {
    return there.joint(desk, id, theirs, theirs.officer());
  }

  @Test
  void theBookIsTheSameOnBothSidesAlsoWhereEnvelopesAreLostOrComeTwice() {
    toAthens.mode(Wire.Mode.TWICE);
    here.write(desk, "White van at lane 4", "none", ours.officer());
    await().until(() -> there.entries(desk, theirs).size() == 1);
    toAthens.mode(Wire.Mode.NO_ANSWER);
    here.write(desk, "The hotel should be looked at", "there", ours.officer());
    await().until(() -> there.entries(desk, theirs).size() == 2);
    toAthens.mode(Wire.Mode.WHOLE);
    pass(Duration.ofMinutes(2));
    Entry point =
        there.entries(desk, theirs).stream().filter(Entry::waitsForUs).findFirst().orElseThrow();
    there.book().take(desk, point.id(), theirs.officer());
    await().until(() -> here.entries(desk, ours).stream().anyMatch(e -> e.state().equals("held")));
    assertThat(sides(here.log(desk, ours))).isEqualTo(sides(there.log(desk, theirs)));
    assertThat(here.entries(desk, ours))
        .extracting(Entry::words)
        .containsExactlyInAnyOrderElementsOf(
            there.entries(desk, theirs).stream().map(Entry::words).toList());
  }

  private static List<String> sides(List<String> log) {
    return log.stream()
        .map(l -> l.replaceAll("(?i)(true|false)$", "").toLowerCase(Locale.ROOT))
        .toList();
  }

  @Test
  void bothSignWhatTravelledOctetByOctet() {
    UUID id = here.shared(desk, here.screened("Erablina", ours.officer()), ours.officer(), "case");
    await().until(() -> there.joints().of(there.desk(desk, theirs), theirs.officer()).size() == 1);
    assertThat(toAthens.passed())
        .allSatisfy(b -> assertThat(b).doesNotContain("Erablina", "begging"));
    there.sign(desk, id, theirs);
    here.sign(desk, id, ours);
    await().until(() -> joint(id).stands().equals("both"));
    await().until(() -> here.joint(desk, id, ours, ours.officer()).stands().equals("both"));
    assertThat(joint(id).digest()).isEqualTo(here.joint(desk, id, ours, ours.officer()).digest());
  }

  @Test
  void theEndReachesTheOtherHouseAndIsConfirmed() {
    UUID id = here.shared(desk, here.screened("Erablina", ours.officer()), ours.officer(), "case");
    await().until(() -> there.joints().of(there.desk(desk, theirs), theirs.officer()).size() == 1);
    UUID key = joint(id).sealedUnder();
    here.desks().end(desk, ours.lead());
    await().until(() -> here.desk(desk, ours).goneAt() != null);
    assertThat(there.desk(desk, theirs).state()).isEqualTo("ended");
    assertThat(athens.get(Vault.class).holds(key)).isFalse();
  }

  /** From the question to the answer that was released: no clock goes on, nothing waits for one. */
  @Test
  void whoIsOnDutyAnswersAtOnce() {
    KnownScenes asking = new KnownScenes(skopje);
    KnownScenes answering = new KnownScenes(athens);
    // followed by a colleague: whoever is on duty answers all the same
    SignedIn follows = there.colleague(theirs.organisation(), Role.CASE_MANAGER);
    UUID known = answering.child("Xhemile Mustafa", "2011-05-17", "none", follows);
    answering.findable(known, follows, ours.organisation());
    UUID child = asking.child("Џемиле Мустафа", "2011-05-17", "none", ours.officer());
    // the round is kept ready while the shift goes on; nobody has asked anything yet
    await().until(() -> asking.ready(ours.organisation(), theirs.organisation()));
    Instant asked = skopje.clock().instant();
    here.questions().ask(desk, child, here.law(), ours.officer());
    await()
        .until(
            () -> !there.questions().asked(there.desk(desk, theirs), theirs.officer()).isEmpty());
    Hit hit = there.questions().asked(there.desk(desk, theirs), theirs.officer()).get(0);
    assertThat(hit.caseId()).isEqualTo(known);
    there
        .questions()
        .decide(desk, hit.id(), "likely", "The officer beside you", there.law(), theirs.officer());
    await().until(() -> "likely".equals(asking.question(child, ours.officer()).band()));
    assertThat(skopje.clock().instant()).isEqualTo(asked);
    assertThat(asking.question(child, ours.officer()).contact())
        .isEqualTo("The officer beside you");
    await().until(() -> here.log(desk, ours).stream().anyMatch(l -> l.contains(" released ")));
    assertThat(here.log(desk, ours).stream().filter(l -> l.contains(" asked "))).hasSize(1);
  }

  @Test
  void anOlderNodeIsNotOfferedADesk() {
    StubNode old = new StubNode(skopje, "http://localhost:1");
    StubNode.trust(
        skopje,
        old.descriptor(
            Map.of(old.organisation(), "ngo"),
            Map.of("referral.sent", List.of(1), "checkpoint", List.of(1))));
    Addressees addressees = skopje.get(Addressees.class);
    assertThat(addressees.takes(old.organisation(), "desk.proposed")).isFalse();
    assertThat(addressees.takes(theirs.organisation(), "desk.proposed")).isTrue();
    assertThatThrownBy(
            () -> here.proposed(ours, old.organisation(), here.agreement("MK", "RS", true)))
        .hasMessageMatching("desk.(objection.too-old|refused.one-country)");
  }
}
