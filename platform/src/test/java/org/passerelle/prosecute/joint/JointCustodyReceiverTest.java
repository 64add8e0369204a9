package org.passerelle.prosecute.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.prosecute.joint.FarOffice.rejected;
import static org.passerelle.prosecute.joint.JointScenes.refused;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.evidence.Signatory;
import org.passerelle.evidence.custody.CustodyEntry;
import org.passerelle.evidence.custody.Offer;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.exhibit.Custody;
import org.passerelle.prosecute.exhibit.CustodyWords;
import org.passerelle.prosecute.exhibit.ExhibitScenes;
import org.passerelle.prosecute.exhibit.HandOvers;
import org.passerelle.prosecute.joint.far.FarCustodyRows;
import org.passerelle.prosecute.joint.far.JointMessages;
import org.passerelle.prosecute.protection.ProtectedPersons;
import org.passerelle.prosecute.signing.OfficerKeys;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** What another node may say about custody of an exhibit here, in any order. */
@OnBothDatabases
@Tag("slow")
class JointCustodyReceiverTest {
  @Parameter House house;
  private Scenes.Begun one;
  private FarOffice office;
  private UUID exhibit;
  private Signatory officer;
  private String certificate;

  @BeforeEach
  void anExhibitThatIsShared() throws GeneralSecurityException {
    one = new Scenes(house).begun();
    office = new FarOffice(house, one.prosecutor().organisation());
    office.says(JointMessages.PROPOSED, office.proposal(90));
    new JointScenes(house).invitations().sign(office.team(), one.id(), Set.of(), one.prosecutor());
    exhibit = new ExhibitScenes(house).held(one.id(), new byte[] {7}, one.prosecutor());
    house.get(JointExhibits.class).share(office.team(), exhibit, one.prosecutor());
    FarOfficer there = new FarOfficer(house, office);
    officer = there.signatory();
    certificate = there.certificate();
  }

  private List<UUID> takers() {
    return house.get(FarCustodyRows.class).takers(office.team(), exhibit);
  }

  private void offer(String reason) {
    house
        .get(HandOvers.class)
        .offer(
            one.id(),
            exhibit,
            takers().get(0),
            new CustodyWords("Office 3", reason),
            one.prosecutor());
  }

  private Custody.Standing standing() {
    return house.get(Custody.class).of(one.id(), exhibit, one.prosecutor());
  }

  private Offer offered() {
    return new Offer(
        CustodyEntry.read(office.heard(JointMessages.OFFERED, JointMessages.Offered.class).line()));
  }

  private JointMessages.Answered taken() {
    Offer offer = offered();
    return new JointMessages.Answered(exhibit, offer.entry().hash(), offer.takenBy(officer).line());
  }

  private long told(String kind) {
    return office.sent().stream().filter(kind::equals).count();
  }

  @Test
  void whoAskedIsOfferedItAndHoldsItOnceTheirSignatureIsHere() throws Exception {
    UUID here = one.prosecutor().organisation();
    UUID stranger = office.elsewhere("prosecutor");
    JointMessages.Asked asks = new JointMessages.Asked(exhibit, certificate);
    office.comes(office.id(), JointMessages.ASKED, stranger, here, asks);
    OfficerKeys keys = house.get(OfficerKeys.class);
    String ours = keys.newest(one.prosecutor()).id();
    office.says(
        JointMessages.ASKED,
        new JointMessages.Asked(
            exhibit,
            Base64.getEncoder()
                .encodeToString(
                    keys.certificates(Set.of(ours)).find(ours).orElseThrow().getEncoded())));
    assertThat(takers()).as("a stranger, and somebody of this node").isEmpty();
    rejected(
        "line", () -> office.says(JointMessages.ASKED, new JointMessages.Asked(exhibit, "AAAA")));
    office.says(JointMessages.ASKED, asks);
    office.says(JointMessages.ASKED, asks);
    assertThat(takers()).hasSize(1);
    house
        .get(ProtectedPersons.class)
        .enter(one.id(), null, "defence", List.of("Milena Blue"), one.prosecutor());
    refused("joint.refused.protected", () -> offer("For Milena Blue"));
    assertThat(standing().offered()).isNull();
    offer("For examination");
    JointMessages.Answered answer = taken();
    office.says(JointMessages.ANSWERED, new JointMessages.Answered(exhibit, answer.offer(), "{}"));
    office.comes(office.id(), JointMessages.ANSWERED, stranger, here, answer);
    assertThat(standing().holder()).isEqualTo(one.prosecutor().user());
    assertThat(told(JointMessages.WITHDRAWN)).as("what is no answer").isEqualTo(1);
    refused(
        "custody.refused.offered",
        () -> house.get(JointExhibits.class).end(office.team(), exhibit, one.prosecutor()));
    office.says(JointMessages.ANSWERED, answer);
    office.says(JointMessages.ANSWERED, answer);
    assertThat(standing().holder()).isEqualTo(takers().get(0));
    assertThat(standing().lines()).hasSize(2);
    assertThat(standing().signs()).isTrue();
    assertThat(told(JointMessages.WITHDRAWN)).as("said twice").isEqualTo(1);
    JointMessages.Shared shared = office.heard(JointMessages.SHARED, JointMessages.Shared.class);
    assertThat(shared.exhibit().holder()).isEqualTo("recipient");
    assertThat(shared.exhibit().head()).isEqualTo(CustodyEntry.read(answer.line()).hash());
  }

  @Test
  void anAnswerAfterTheOfferWasTakenBackIsToldBack() {
    office.says(JointMessages.ASKED, new JointMessages.Asked(exhibit, certificate));
    offer("");
    JointMessages.Answered late = taken();
    house.get(HandOvers.class).withdraw(one.id(), exhibit, one.prosecutor());
    office.says(JointMessages.ANSWERED, late);
    assertThat(standing().holder()).isEqualTo(one.prosecutor().user());
    assertThat(standing().lines()).hasSize(1);
    assertThat(told(JointMessages.WITHDRAWN)).isEqualTo(2);
    assertThat(office.heard(JointMessages.WITHDRAWN, JointMessages.Withdrawn.class).offer())
        .isEqualTo(late.offer());
    house.clock().pass(Duration.ofSeconds(1));
    offer("");
    office.says(JointMessages.ANSWERED, late);
    assertThat(standing().holder()).isEqualTo(one.prosecutor().user());
    office.says(JointMessages.ANSWERED, taken());
    assertThat(standing().holder()).isEqualTo(takers().get(0));
  }

  /** Nothing can be signed before the last entry: one of the next century would end custody. */
  @Test
  void aRefusalOfALaterDayIsNone() {
    office.says(JointMessages.ASKED, new JointMessages.Asked(exhibit, certificate));
    offer("");
    Offer offer = offered();
    String hash = offer.entry().hash();
    Instant now = house.clock().instant();
    for (Instant at : List.of(now.plus(Duration.ofHours(1)), now)) {
      String line = offer.refusedBy(officer, at, "No room").line();
      office.says(JointMessages.ANSWERED, new JointMessages.Answered(exhibit, hash, line));
      assertThat(standing().lines()).hasSize(at.equals(now) ? 2 : 1);
    }
    house.get(HandOvers.class).check(one.id(), exhibit, "", one.prosecutor());
    assertThat(standing().lines()).hasSize(3);
  }

  private UUID alsoSharedWithAnotherTeam() {
    UUID first = office.team();
    UUID second = office.of(office.id());
    office.says(JointMessages.PROPOSED, office.proposal(90));
    new JointScenes(house).invitations().sign(second, one.id(), Set.of(), one.prosecutor());
    house.get(JointExhibits.class).share(second, exhibit, one.prosecutor());
    for (UUID team : List.of(first, second)) {
      office.of(team);
      office.says(JointMessages.ASKED, new JointMessages.Asked(exhibit, certificate));
    }
    return second;
  }

  @Test
  void anOfferGoesThroughATeamThatStillReadsIt() {
    UUID first = office.team();
    UUID second = alsoSharedWithAnotherTeam();
    for (UUID ended : List.of(first, second)) {
      UUID reads = ended.equals(first) ? second : first;
      house.get(JointExhibits.class).end(ended, exhibit, one.prosecutor());
      offer("");
      office.of(ended);
      assertThat(told(JointMessages.OFFERED)).isEqualTo(ended.equals(first) ? 0 : 1);
      office.of(reads);
      assertThat(told(JointMessages.OFFERED)).isEqualTo(1);
      house.get(HandOvers.class).withdraw(one.id(), exhibit, one.prosecutor());
      assertThat(office.heard(JointMessages.WITHDRAWN, JointMessages.Withdrawn.class).offer())
          .isEqualTo(offered().entry().hash());
      house.get(JointExhibits.class).share(ended, exhibit, one.prosecutor());
    }
  }

  /** Whoever ends the sharing waits for whoever offers at the same time, and is told so. */
  @Test
  void whatIsBeingOfferedStaysShared() throws Exception {
    office.says(JointMessages.ASKED, new JointMessages.Asked(exhibit, certificate));
    JointExhibits shared = house.get(JointExhibits.class);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<?> ended =
          house.inTransaction(
              () -> {
                offer("");
                Future<?> ends =
                    other.submit(() -> shared.end(office.team(), exhibit, one.prosecutor()));
                assertThatThrownBy(() -> ends.get(300, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
                return ends;
              });
      assertThatThrownBy(() -> ended.get(20, TimeUnit.SECONDS))
          .hasRootCauseMessage("custody.refused.offered");
    } finally {
      other.shutdownNow();
    }
    assertThat(shared.of(office.team(), one.prosecutor())).hasSize(1);
  }

  /**
   * A certificate is no secret: whoever sends somebody else's first keeps nobody from their own.
   */
  @Test
  void aCertificateThatAnotherOfficeSentFirstBlocksNobody() {
    UUID ours = office.team();
    FarOffice other = new FarOffice(house, one.prosecutor().organisation());
    other.says(JointMessages.PROPOSED, other.proposal(90));
    new JointScenes(house).invitations().sign(other.team(), one.id(), Set.of(), one.prosecutor());
    house.get(JointExhibits.class).share(other.team(), exhibit, one.prosecutor());
    other.says(JointMessages.ASKED, new JointMessages.Asked(exhibit, certificate));
    UUID impostor = house.get(FarCustodyRows.class).takers(other.team(), exhibit).get(0);
    office.of(ours);
    office.says(JointMessages.ASKED, new JointMessages.Asked(exhibit, certificate));
    assertThat(takers()).hasSize(1).doesNotContain(impostor);
    offer("");
    JointMessages.Answered answer = taken();
    other.says(JointMessages.ANSWERED, answer);
    assertThat(standing().lines()).as("said by the other office").hasSize(1);
    office.says(JointMessages.ANSWERED, answer);
    assertThat(standing().holder()).isEqualTo(takers().get(0));
    assertThat(office.heard(JointMessages.SHARED, JointMessages.Shared.class).exhibit().holder())
        .isEqualTo("recipient");
    assertThat(other.heard(JointMessages.SHARED, JointMessages.Shared.class).exhibit().holder())
        .isEqualTo("other");
  }
}
