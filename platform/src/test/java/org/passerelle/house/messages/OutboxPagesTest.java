package org.passerelle.house.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.partner.nodes.identity.StubNode;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** What is stuck on its way to another node, before the administrator and before its sender. */
@OnBothDatabases
class OutboxPagesTest {
  @Parameter House house;
  private StubNode node;
  private Member sender;
  private SignedIn who;
  private Browser administrator;
  private UUID referral;
  private UUID message;

  @BeforeEach
  void somethingIsStuck() {
    // a courier that is under way would write over what the test says of the message
    house.carriesByItself(false);
    node = new StubNode(house, "http://127.0.0.1:9");
    node.trusted();
    administrator = Member.of(house, Role.ADMINISTRATOR).browser();
    sender = Member.in(house, Staff.organisation(house).id(), Role.CASE_MANAGER);
    who = Staff.signedIn(sender.user());
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene =
        new ReferralScenes.Scene(
            who,
            house.colleague(node.organisation(), Role.CASE_MANAGER),
            ReferralScenes.file().open(house, who));
    referral = scenes.sent(scene, scenes.consent(scene, Set.of("identity", "case"), "adult", null));
    message =
        house
            .db()
            .sql("select id from outbox_message where order_key = :id")
            .param("id", referral)
            .query(UUID.class)
            .single();
    stuck("unknown-code:service:medical_care");
  }

  @AfterEach
  void nobodyCallsIt() {
    house.carriesByItself(true);
    node.end();
    house
        .db()
        .sql("delete from outbox_message where order_key = :id")
        .param("id", referral)
        .update();
  }

  private void stuck(String problem) {
    house
        .db()
        .sql(
            """
            update outbox_message set stuck_at = :now, left_at = :now, problem = :problem
             where id = :id and state = 'queued'
            """)
        .param("now", house.clock().instant().atOffset(ZoneOffset.UTC))
        .param("problem", problem)
        .param("id", message)
        .update();
  }

  @Test
  void thePageSaysWhatToDoAboutEachRefusal() {
    Map.of(
            "unknown-kind:referral.sung:1", "has an older version that does not know this",
            "unknown-code:service:medical_care", "does not know this code",
            "unknown-recipient", "no longer takes messages there",
            "unknown-sender", "does not know our organisation yet",
            "schema:service", "Telephone the administrator of the other node")
        .forEach(
            (problem, advice) -> {
              stuck(problem);
              assertThat(row()).as(problem).contains("Stuck:", advice, problem);
            });
  }

  @Test
  void itIsEndedAfterAQuestionAndItsSenderReadsIt() {
    assertThat(row())
        .contains("<details class=\"asked\">", "This cannot be undone", "/" + message + "/end");
    assertThat(sender.browser().get("/house/outbox").status()).isEqualTo(404);
    String end = "/house/outbox/" + message + "/end";
    assertThat(administrator.post(end).location()).isEqualTo("/house/outbox");
    assertThat(state()).isEqualTo("undeliverable");
    assertThat(house.get(Referrals.class).find(referral, who).state()).isEqualTo("stopped");
    assertThat(sender.browser().get("/protect/referrals/" + referral).body())
        .contains("The other node does not take it", "Could not be delivered to");
    assertThat(
            house
                .db()
                .sql(
                    "select count(*) from audit_entry where subject = :id and action in ('outbox.ended', 'message.stopped')")
                .param("id", message)
                .query(Integer.class)
                .single())
        .isEqualTo(2);
    administrator.get("/house/outbox");
    assertThat(administrator.post(end).status()).as("it is over").isEqualTo(404);
  }

  /** After a fortnight without an answer nobody knows whether it is there. */
  @Test
  void whatMayBeThereIsNotSaidToHaveFailed() {
    stuck("expired");
    administrator.get("/house/outbox");
    administrator.post("/house/outbox/" + message + "/end");
    assertThat(state()).isEqualTo("left");
    assertThat(house.get(Referrals.class).find(referral, who).state()).isEqualTo("sent");
  }

  private String state() {
    return house
        .db()
        .sql("select state from outbox_message where id = :id")
        .param("id", message)
        .query(String.class)
        .single();
  }

  /** Its line of the page, from its state to its end. */
  private String row() {
    String page = administrator.get("/house/outbox").body();
    int end = page.indexOf("/house/outbox/" + message + "/end");
    assertThat(end).isPositive();
    return page.substring(page.lastIndexOf("<tr>", end), page.indexOf("</tr>", end));
  }
}
