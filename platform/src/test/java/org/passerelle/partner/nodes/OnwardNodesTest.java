package org.passerelle.partner.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Staff;
import org.passerelle.partner.nodes.identity.StubNode;
import org.passerelle.partner.nodes.trust.OwnDescriptor;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.consent.LegalGround;
import org.passerelle.protect.sharing.consent.LegalGrounds;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.onward.OnwardRecalls;
import org.passerelle.protect.sharing.referral.onward.OnwardRecipient;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;

/**
 * A dossier goes from one node to another and is passed on from there, within the node and to a
 * third organisation on another one; then it is withdrawn.
 */
@Tag("long")
class OnwardNodesTest extends TwoNodes {

  @Test
  void aWithdrawalGoesStepByStepOverNodesAndTheAnswersComeBack() {
    SignedIn near = athens.colleague(Staff.organisation(athens).id(), Role.CASE_MANAGER);
    SignedIn far = skopje.colleague(Staff.organisation(skopje).id(), Role.CASE_MANAGER);
    pass(Duration.ofSeconds(2));
    StubNode.trust(athens, skopje.get(OwnDescriptor.class).signed().orElseThrow());
    UUID given = scenes.sent(scene, basis);
    await().until(() -> received(given) == 1);
    UUID file = there().accept(given, scene.recipient());
    UUID within = passOn(file, near);
    UUID across = passOn(file, far);
    ReceivedReferrals ofSkopje = skopje.get(ReceivedReferrals.class);
    await().until(() -> ofSkopje.mine(far, 9).size() == 1);
    await().until(() -> there().mine(near, 9).size() == 1);
    assertThat(there().dossier(within, near)).isPresent();

    skopje.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
    await().until(() -> ofSkopje.dossier(across, far).isEmpty());
    await().until(() -> there().dossier(within, near).isEmpty());
    await().until(() -> states(given, scene.sender()).equals(List.of("told", "told")));

    skopje
        .get(WithdrawalAnswers.class)
        .forbidden(across, new WithdrawalAnswers.Draft("court_order", "Order 7/2026", null), far);
    athens.get(WithdrawalAnswers.class).acknowledge(within, near);
    await()
        .until(
            () -> {
              // what failed once is tried again only when the clock goes on
              pass(Duration.ofSeconds(30));
              return states(given, scene.sender()).equals(List.of("confirmed", "forbidden"));
            });
    assertThat(skopje.get(OnwardRecalls.class).of(given, scene.sender().organisation()))
        .filteredOn(p -> p.recipient().equals(near.organisation()))
        .singleElement()
        .satisfies(p -> assertThat(p.name().byLanguage().get("en")).startsWith("House "));
  }

  private UUID passOn(UUID file, SignedIn to) {
    ReferralScenes on = new ReferralScenes(athens);
    ReferralScenes.Scene between = new ReferralScenes.Scene(scene.recipient(), to, file);
    UUID ground =
        athens
            .get(LegalGrounds.class)
            .record(
                file,
                new LegalGround.Draft(
                    "law",
                    "assistance",
                    to.organisation(),
                    null,
                    null,
                    "Art. 5",
                    Set.of("case", "identity")),
                between.sender());
    return on.passedOn(between, ground, List.of("age", "gender"));
  }

  private static List<String> states(UUID given, SignedIn origin) {
    return skopje.get(OnwardRecalls.class).of(given, origin.organisation()).stream()
        .map(OnwardRecipient::state)
        .sorted()
        .toList();
  }
}
