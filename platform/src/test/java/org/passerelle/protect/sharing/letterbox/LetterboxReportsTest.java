package org.passerelle.protect.sharing.letterbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.accounts.Browser;
import org.passerelle.protect.sharing.handover.HandOverScenes;
import org.passerelle.protect.sharing.handover.RecipientView;
import org.passerelle.protect.sharing.handover.Step;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Guests are reminded of reports that are due, and of nothing else. */
@OnBothDatabases
@Tag("slow")
@Tag("postgresql")
class LetterboxReportsTest {
  @Parameter House house;
  private LetterboxScenes scenes;
  private UUID id;
  private String link;
  private String code;

  @BeforeEach
  void somebodyArrived() {
    scenes = new LetterboxScenes(house);
    UUID file = scenes.file();
    id = scenes.sent(file, scenes.basis(file));
    code = scenes.code(id);
    link = scenes.link(id);
    scenes.departed(id);
    scenes.recorded(id, Step.ARRIVED, "done");
    mailed();
  }

  @Test
  void aReportThatIsDueOpensTheLetterboxAgainAndIsAskedForWeekByWeek() {
    assertThat(reminded()).as("on the day of the arrival").isFalse();
    house.clock().pass(Duration.ofDays(32));
    assertThat(lying().opens(house.clock().instant())).as("shut since").isFalse();
    assertThat(reminded()).as("a month later").isTrue();
    Browser guest = new Browser(house);
    guest.open(link);
    assertThat(guest.post(link, "code", code).location()).isEqualTo("/letterbox");
    assertThat(guest.get("/letterbox").body())
        .contains("href=\"/letterbox/steps/report_1\"", "deadline late");
    mailed();
    assertThat(reminded()).as("once").isFalse();
    house.clock().pass(Duration.ofDays(7));
    assertThat(reminded()).as("a week later").isTrue();
    mailed();
    scenes.recorded(id, Step.REPORT_1, "done");
    house.clock().pass(Duration.ofDays(8));
    assertThat(reminded()).as("it was given").isFalse();
    house.clock().pass(Duration.ofDays(46));
    assertThat(reminded()).as("three months after the arrival").isTrue();
    mailed();
    house.clock().pass(Duration.ofDays(35));
    assertThat(reminded()).as("five weeks after its day somebody calls").isFalse();
  }

  /** A report that was never given is late and no longer asked for; later ones are. */
  @Test
  void aReportThatWasNeverGivenHidesNoneOfThoseAfterIt() {
    house.clock().pass(Duration.ofDays(32));
    assertThat(reminded()).as("after a month").isTrue();
    mailed();
    house.clock().pass(Duration.ofDays(54));
    assertThat(reminded()).as("eight weeks after its day").isFalse();
    assertThat(scenes.sender.elsewhere().get("/").body())
        .as("what is late before the sender, and what is near")
        .contains("Report after one month", "Report after three months");
    house.clock().pass(Duration.ofDays(7));
    assertThat(reminded()).as("three months after the arrival").isTrue();
    Browser guest = new Browser(house);
    guest.open(link);
    assertThat(guest.post(link, "code", code).location()).isEqualTo("/letterbox");
    assertThat(guest.get("/letterbox").body())
        .contains("<p><strong>Report after three months", "deadline late")
        .doesNotContain("<p><strong>Report after one", "<p><strong>Report after six");
    mailed();
    scenes.recorded(id, Step.REPORT_3, "done");
    house.clock().pass(Duration.ofDays(92));
    assertThat(reminded()).as("six months after the arrival").isTrue();
  }

  /** Unreadable data do not prevent other reminders. */
  @Test
  void oneThatCannotBeReadIsLeftForTheNextRound() {
    UUID file = scenes.file();
    UUID broken = scenes.sent(file, scenes.basis(file));
    scenes.departed(broken);
    scenes.recorded(broken, Step.ARRIVED, "done");
    house.clock().pass(Duration.ofDays(32));
    byte[] contact = contact(broken, new byte[] {1, 2, 3});
    try {
      assertThat(reminded()).isTrue();
    } finally {
      contact(broken, contact);
    }
    assertThat(remindedAt(broken)).isNull();
    house.get(LetterboxReminders.class).check();
    assertThat(remindedAt(broken)).isNotNull();
  }

  /** A person who arrived a month ago is followed until the hand-over is closed. */
  @Test
  void closedHandOversAreNotChecked() {
    assertThat(lookedAt()).as("on the day of the arrival").isFalse();
    house.clock().pass(Duration.ofDays(32));
    assertThat(lookedAt()).isTrue();
    assertThat(reminded()).as("it opens again").isTrue();
    mailed();
    house.get(GuestActs.class).close(id, house.get(Identifiers.class).next(), "other");
    assertThat(lookedAt()).as("closed").isFalse();
    house.clock().pass(Duration.ofDays(8));
    assertThat(reminded()).isFalse();
  }

  private boolean lookedAt() {
    return house
        .get(RecipientView.class)
        .maybeDue(List.of(scenes.letterbox), new HandOverScenes(house).today())
        .contains(new RecipientView.Given(id, scenes.who.organisation()));
  }

  /** Replaces the encrypted contact by other bytes; returns the original ones. */
  private byte[] contact(UUID handOver, byte[] sealed) {
    JdbcClient db = house.get(JdbcClient.class);
    byte[] was =
        db.sql("select contact_sealed from hand_over where id = :id and sends")
            .param("id", handOver)
            .query(byte[].class)
            .single();
    assertThat(
            db.sql("update hand_over set contact_sealed = :sealed where id = :id and sends")
                .param("sealed", sealed)
                .param("id", handOver)
                .update())
        .isEqualTo(1);
    return was;
  }

  private @Nullable Object remindedAt(UUID handOver) {
    return house
        .get(JdbcClient.class)
        .sql("select reminded_at from letterbox_dossier where referral = :id")
        .param("id", handOver)
        .query()
        .singleRow()
        .get("reminded_at");
  }

  @Test
  void nobodyIsRemindedWhoseAccessWasEnded() {
    house.get(SenderView.class).end(id, scenes.who);
    house.clock().pass(Duration.ofDays(32));
    assertThat(reminded()).isFalse();
  }

  /** A notification of something new takes precedence over a reminder. */
  @Test
  void whatIsNewIsSaidFirst() {
    house.clock().pass(Duration.ofDays(32));
    house.inTransaction(
        () -> {
          house.get(DepositedDossierRows.class).renewed(id);
          return id;
        });
    house.get(LetterboxReminders.class).check();
    assertThat(remindedAt(id)).as("it was looked at").isNotNull();
    assertThat(lying().reminds()).isFalse();
  }

  /** Whether a check schedules a reminder mail. */
  private boolean reminded() {
    house.get(LetterboxReminders.class).check();
    boolean due =
        house
                .get(JdbcClient.class)
                .sql(
                    "select count(*) from letterbox_dossier where referral = :id and mail_due_at is not null")
                .param("id", id)
                .query(Integer.class)
                .single()
            == 1;
    assertThat(!due || lying().reminds()).isTrue();
    return due;
  }

  /** Pending mails were sent. */
  private void mailed() {
    assertThat(
            house
                .get(JdbcClient.class)
                .sql("update letterbox_dossier set mail_due_at = null where referral = :id")
                .param("id", id)
                .update())
        .isEqualTo(1);
  }

  private DepositedDossier lying() {
    return house.get(DepositedDossierRows.class).find(id).orElseThrow();
  }
}
