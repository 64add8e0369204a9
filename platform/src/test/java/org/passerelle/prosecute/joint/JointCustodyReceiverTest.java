package org.passerelle.prosecute.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.prosecute.joint.FarOffice.rejected;
import static org.passerelle.prosecute.joint.JointScenes.refused;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.evidence.Certificates;
import org.passerelle.evidence.Signatory;
import org.passerelle.evidence.custody.CustodyEntry;
import org.passerelle.evidence.custody.Offer;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.exhibit.Custody;
import org.passerelle.prosecute.exhibit.CustodyWords;
import org.passerelle.prosecute.exhibit.ExhibitScenes;
import org.passerelle.prosecute.exhibit.HandOvers;
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
    KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
    pairs.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair keys = pairs.generateKeyPair();
    X509Certificate made =
        Certificates.selfSigned(
            keys,
            Map.of("CN", "An officer there"),
            house.clock().instant().minus(Duration.ofDays(1)),
            house.clock().instant().plus(Duration.ofDays(300)));
    officer = Signatory.of(keys, made);
    certificate = Base64.getEncoder().encodeToString(made.getEncoded());
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

  private JointMessages.Answered taken() {
    Offer offer =
        new Offer(
            CustodyEntry.read(
                office.heard(JointMessages.OFFERED, JointMessages.Offered.class).line()));
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
}
