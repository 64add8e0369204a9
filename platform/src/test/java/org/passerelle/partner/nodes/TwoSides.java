package org.passerelle.partner.nodes;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.identity.elsewhere.Hit;
import org.passerelle.protect.identity.elsewhere.KnownScenes;
import org.passerelle.protect.identity.elsewhere.Question;
import org.passerelle.storage.House;

/** Two real houses that ask each other whether a person is known: one child in two scripts. */
abstract class TwoSides extends TwoNodes {
  static final String HERE = "Џемиле Мустафа";
  static final String THERE = "Xhemile Mustafa";
  static final String BIRTH = "2011-05-17";
  KnownScenes here;
  KnownScenes there;
  SignedIn asker;
  SignedIn asked;
  UUID child;
  UUID known;

  @BeforeEach
  void aChildInTwoCountries() {
    here = new KnownScenes(skopje);
    there = new KnownScenes(athens);
    asker = scene.sender();
    asked = scene.recipient();
    child = here.child(HERE, BIRTH, "none", asker);
    known = there.child(THERE, BIRTH, "none", asked);
    there.findable(known, asked, asker.organisation());
  }

  static void until(Callable<Boolean> done) {
    await().until(done);
  }

  /** Until the hour of the day's batch, and a little beyond; at most a day. */
  static void untilTheBatch() {
    int seconds = skopje.clock().instant().atZone(ZoneOffset.UTC).toLocalTime().toSecondOfDay();
    int batch = 15 * 3600 + 60;
    later(Duration.ofSeconds(seconds < batch ? batch - seconds : 24 * 3600 + batch - seconds));
  }

  Question asking() {
    return here.ask(child, asked.organisation(), null, asker);
  }

  Question now() {
    return here.question(child, asker);
  }

  Hit found() {
    until(() -> there.hits(asked).size() == 1);
    return there.hits(asked).get(0);
  }

  /** Time passes once nothing is on its way. */
  static void later(Duration time) {
    until(() -> waiting().isEmpty() && waitingThere() == 0);
    pass(time);
  }

  /** What is on its way arrives before anybody moves the clocks, which are moved one by one. */
  @AfterEach
  void quiet() {
    until(() -> waiting().isEmpty() && waitingThere() == 0);
  }

  private static int waitingThere() {
    return athens
        .db()
        .sql("select count(*) from outbox_message where state = 'queued'")
        .query(Integer.class)
        .single();
  }

  static int lines(House house, String action, UUID subject) {
    return house
        .db()
        .sql("select count(*) from audit_entry where action = :action and subject = :subject")
        .param("action", action)
        .param("subject", subject)
        .query(Integer.class)
        .single();
  }
}
