package org.passerelle.protect.letterbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.accounts.Browser;
import org.passerelle.protect.handover.Step;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever reads a letterbox is reminded of the reports that are due, and of nothing else. */
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

  /** What was never given is late, and asked for no more; what comes after it is asked for. */
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

  @Test
  void nobodyIsRemindedWhoseAccessWasEnded() {
    house.get(SenderView.class).end(id, scenes.who);
    house.clock().pass(Duration.ofDays(32));
    assertThat(reminded()).isFalse();
  }

  /** What is new is more than that something is due, and is said. */
  @Test
  void whatIsNewIsSaidFirst() {
    house.clock().pass(Duration.ofDays(32));
    house.inTransaction(
        () -> {
          house.get(LyingRows.class).renewed(id);
          return id;
        });
    house.get(LetterboxReminders.class).check();
    assertThat(lying().reminds()).isFalse();
  }

  /** Whether a look makes a mail due that reminds. */
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

  /** What was to be mailed has gone. */
  private void mailed() {
    assertThat(
            house
                .get(JdbcClient.class)
                .sql("update letterbox_dossier set mail_due_at = null where referral = :id")
                .param("id", id)
                .update())
        .isEqualTo(1);
  }

  private Lying lying() {
    return house.get(LyingRows.class).find(id).orElseThrow();
  }
}
