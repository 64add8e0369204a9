package org.passerelle.partner.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Staff;
import org.passerelle.partner.nodes.identity.StubNode;
import org.passerelle.partner.nodes.trust.OwnDescriptor;
import org.passerelle.partner.nodes.trust.Partners;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.storage.House;
import org.springframework.dao.ConcurrencyFailureException;

/** Two real houses in two countries, one on each database, and the way between them. */
@Tag("slow")
abstract class TwoNodes {
  /** Whether both allow near matches, too. */
  static boolean near = true;

  static Wire toSkopje;
  static Wire toAthens;
  static House skopje;
  static House athens;
  static UUID athensAtSkopje = new UUID(0, 0);
  ReferralScenes scenes;
  ReferralScenes.Scene scene;
  UUID basis;

  @BeforeAll
  static void twoHouses() {
    toSkopje = new Wire();
    toAthens = new Wire();
    skopje = house("skopje", toSkopje, House.Database.H2);
    athens = house("athens", toAthens, House.Database.POSTGRESQL);
  }

  static House house(String name, Wire way, House.Database database) {
    House made =
        House.with(
            database,
            Map.of(
                House.RUNNING_SCHEDULES,
                true,
                "passerelle.node",
                name,
                "passerelle.address",
                way.address(),
                "passerelle.near-matches",
                String.valueOf(near)));
    way.to(made.address());
    return made;
  }

  @AfterAll
  static void closed() {
    skopje.close();
    athens.close();
    toSkopje.close();
    toAthens.close();
  }

  @BeforeEach
  void introduced() {
    SignedIn sender =
        skopje.colleague(Staff.organisation(skopje).id(), Role.CASE_MANAGER, Role.SUPERVISOR);
    SignedIn recipient =
        athens.colleague(Staff.organisation(athens).id(), Role.CASE_MANAGER, Role.SUPERVISOR);
    pass(Duration.ofSeconds(2));
    // each sends its description and two people agree, also when it only has a new organisation
    athensAtSkopje = StubNode.trust(skopje, athens.get(OwnDescriptor.class).signed().orElseThrow());
    StubNode.trust(athens, skopje.get(OwnDescriptor.class).signed().orElseThrow());
    scenes = new ReferralScenes(skopje);
    scene = new ReferralScenes.Scene(sender, recipient, ReferralScenes.file().open(skopje, sender));
    basis = scenes.consent(scene, Set.of("identity", "case"), "adult", null);
  }

  @AfterEach
  void way() {
    toAthens.mode(Wire.Mode.WHOLE);
    toSkopje.mode(Wire.Mode.WHOLE);
    // what went wrong is tried again minutes later, by clocks that only tests move; moved by more
    // than partners bear
    // between their clocks, what is on its way meanwhile would come from the future and be refused
    await()
        .untilAsserted(
            () -> {
              pass(Duration.ofMinutes(5));
              assertThat(waiting()).isEmpty();
            });
  }

  /**
   * Waits, and lets what was missed meanwhile be tried again: a call that took too long on a busy
   * machine is made again only when its clock goes on, and only tests move the clocks.
   */
  static ConditionFactory await() {
    return await(skopje, athens);
  }

  /** The same for what these houses missed; the others stay as they are. */
  static ConditionFactory await(House... trying) {
    return Awaitility.await()
        .conditionEvaluationListener(
            seen -> {
              if (!seen.isSatisfied()) {
                Stream.of(trying).forEach(TwoNodes::tryAgain);
              }
            });
  }

  private static void tryAgain(House house) {
    OffsetDateTime now = house.clock().instant().atOffset(ZoneOffset.UTC);
    try {
      for (String missed :
          List.of(
              """
              update partner_node set next_attempt_at = :now
               where problem is not null and next_attempt_at > :now
              """,
              """
              update outbox_message set next_attempt_at = :now
               where state = 'queued' and node is not null and stuck_at is null
                 and problem is not null and next_attempt_at > :now
              """)) {
        house.db().sql(missed).param("now", now).update();
      }
    } catch (ConcurrencyFailureException busy) {
      // after the next look
    }
  }

  static void pass(Duration time) {
    skopje.clock().pass(time);
    athens.clock().pass(time);
  }

  static @Nullable String problem() {
    return skopje.get(Partners.class).find(athensAtSkopje).problem();
  }

  /** Kind and number of tries of each message that has not gone. */
  static List<String> waiting() {
    return skopje
        .db()
        .sql("select type, attempts from outbox_message where state = 'queued'")
        .query((row, n) -> row.getString(1) + " tried " + row.getInt(2) + " times")
        .list();
  }

  static List<String> states(UUID referral) {
    return skopje
        .db()
        .sql("select state from outbox_message where order_key = :id order by occurred_at")
        .param("id", referral)
        .query(String.class)
        .list();
  }

  static List<String> digests(House house, List<UUID> messages, boolean given) {
    return house
        .db()
        .sql(
            """
            select digest from node_receipt where given = :given and message in (:messages) order by digest
            """)
        .param("given", given)
        .param("messages", messages)
        .query(String.class)
        .list();
  }

  static List<UUID> sent(UUID referral) {
    return skopje
        .db()
        .sql("select id from outbox_message where order_key = :id")
        .param("id", referral)
        .query(UUID.class)
        .list();
  }

  static int received(UUID referral) {
    return athens
        .db()
        .sql("select count(*) from received_referral where id = :id")
        .param("id", referral)
        .query(Integer.class)
        .single();
  }

  static Referrals here() {
    return skopje.get(Referrals.class);
  }

  static ReceivedReferrals there() {
    return athens.get(ReceivedReferrals.class);
  }
}
