package org.passerelle.prevent.tip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.accounts.Browser;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;

/** What strangers try at the pages of tips. */
@Tag("slow")
class TipAttacksTest {
  private final House house = House.on(House.Database.H2);
  private TipScene scene;

  @BeforeEach
  void aTeamReceives() {
    house.clock().pass(Duration.ofHours(2));
    scene = new TipScene(house);
  }

  @Test
  void codesAreNotGuessed() {
    String code = scene.sealed(TipScene.TEXT, false);
    Browser thief = new Browser(house);
    thief.get("/tips/return");
    for (int i = 0; i < TipPace.WRONG_CODES; i++) {
      Browser.Answer wrong = thief.post("/tips/return", "return-code", "acorn almond " + i);
      assertThat(wrong.status()).isEqualTo(422);
      assertThat(wrong.body()).contains("No message has this code");
    }
    Browser.Answer right = thief.post("/tips/return", "return-code", code);
    assertThat(right.status()).as("nor is a right one told from a wrong one").isEqualTo(422);
    assertThat(right.body()).contains("Too many wrong codes");
    house.clock().pass(Duration.ofMinutes(61));
    scene.back(code);
  }

  /** Medians of many, so that a pause of the machine decides nothing. */
  @Test
  void aRightCodeTakesAsLongAsAWrongOne() {
    String right = scene.sealed(TipScene.TEXT, false);
    String wrong = right.replaceFirst("^\\w+", "x");
    long[] ofRight = new long[400];
    long[] ofWrong = new long[400];
    for (int i = 0; i < 400; i++) {
      ofRight[i] = nanoseconds(right, "r" + i);
      ofWrong[i] = nanoseconds(wrong, "w" + i);
    }
    Arrays.sort(ofRight);
    Arrays.sort(ofWrong);
    double ratio = (double) ofRight[200] / ofWrong[200];
    assertThat(ratio).as("%d and %d ns", ofRight[200], ofWrong[200]).isBetween(.5, 2.0);
  }

  private long nanoseconds(String code, String network) {
    long begins = System.nanoTime();
    try {
      scene.tips().enter(code, network);
    } catch (Refused wrong) {
      assertThat(wrong.key()).isEqualTo("tips.refused.code");
    }
    return System.nanoTime() - begins;
  }

  @Test
  void anotherSiteSendsNothing() {
    Browser.Answer form = new Browser(house).get("/tips");
    house.clock().pass(Duration.ofMinutes(1));
    Browser elsewhere = new Browser(house);
    assertThat(elsewhere.postBare("/tips", scene.fields(form, TipScene.TEXT)).status())
        .isEqualTo(403);
    assertThat(elsewhere.postBare("/tips/return", "return-code", "acorn").status()).isEqualTo(403);
    elsewhere.get("/tips");
    assertThat(
            elsewhere
                .postWith(
                    List.of("Sec-Fetch-Site", "cross-site"),
                    "/tips",
                    scene.fields(form, TipScene.TEXT))
                .status())
        .as("with a token of its own")
        .isEqualTo(403);
    assertThat(
            elsewhere
                .postWith(List.of("Origin", "https://other.example"), "/api/v1/partner-reports")
                .status())
        .as("a program sends its token itself")
        .isEqualTo(401);
    assertThat(scene.triage().list(scene.who, false)).isEmpty();
  }

  @Test
  void withoutPuzzleOneWaitsAndNotManyCome() {
    Browser hasty = new Browser(house);
    Browser.Answer form = hasty.get("/tips");
    Browser.Answer early = hasty.post("/tips", scene.fields(form, TipScene.TEXT));
    assertThat(early.status()).isEqualTo(422);
    assertThat(early.body()).contains("again in 2", TipScene.TEXT);
    assertThat(Browser.hidden(early, "ticket"))
        .as("the wait counts")
        .isEqualTo(Browser.hidden(form, "ticket"));
    for (int i = 0; i < TipPace.UNSOLVED; i++) {
      TipScene.code(scene.sends(new Browser(house), "Number " + i));
    }
    Browser.Answer more = scene.sends(new Browser(house), "One more");
    assertThat(more.status()).isEqualTo(422);
    assertThat(more.body()).contains("Too many messages", "One more");
    // a browser with scripts is not held up by them
    TipTicket ticket = scene.ticket();
    scene.tips().prove(ticket, TipScene.solved(ticket), "network");
  }

  @Test
  void aTicketIsNotInventedNorTooOld() {
    TipTicket ticket = scene.ticket();
    assertThat(scene.tips().ticketOf(ticket.text())).contains(ticket);
    char last = ticket.text().charAt(9) == 'A' ? 'B' : 'A';
    String other = ticket.text().substring(0, 9) + last + ticket.text().substring(10);
    assertThat(scene.tips().ticketOf(other)).isEmpty();
    assertThat(scene.tips().ticketOf("")).isEmpty();
    assertThat(scene.tips().ticketOf("\u0000ж")).isEmpty();
    house.clock().pass(TipTicket.VALID);
    assertThat(scene.tips().ticketOf(ticket.text())).isEmpty();
    assertThatThrownBy(() -> scene.tips().prove(scene.ticket(), "-1", "n"))
        .hasMessage("tips.refused.wait");
  }

  @Test
  void hostileFilesAreNeverShown() throws Exception {
    byte[] svg =
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
            .getBytes(StandardCharsets.UTF_8);
    TipContent content =
        new TipContent(
            "help",
            "<img src=x onerror=alert(1)>",
            "",
            "",
            "",
            false,
            List.of(
                new TipContent.TipFile("../../etc/a\"\r\nb.svg", svg),
                new TipContent.TipFile(
                    "page.html", "<script>x</script>".getBytes(StandardCharsets.UTF_8)),
                new TipContent.TipFile("here.jpg", TipScene.picture("44.8125N"))));
    scene.tips().send(scene.ticket(), scene.team(), content, false);
    UUID tip = scene.newest();
    Browser officer = scene.officer.browser();
    String page = officer.get("/prevent/tips/" + tip).body();
    assertThat(page).doesNotContain("<img src=x", "<svg xmlns='").contains("&lt;img");
    UUID part = scene.triage().open(scene.who, tip).parts().get(0).id();
    for (int number = 0; number < 3; number++) {
      HttpResponse<byte[]> file =
          officer.whole("/prevent/tips/" + tip + "/files/" + part + "/" + number);
      assertThat(file.statusCode()).isEqualTo(200);
      assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
          .startsWith("attachment")
          .doesNotContain("..", "/");
      assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(file.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("sandbox");
      assertThat(file.headers().firstValue("Content-Type").orElse(""))
          .isEqualTo(number == 2 ? "image/jpeg" : "application/octet-stream");
      assertThat(new String(file.body(), StandardCharsets.ISO_8859_1))
          .as("where it was taken")
          .doesNotContain("GPSLatitude", "44.8125N");
    }
    assertThat(officer.whole("/prevent/tips/" + tip + "/files/" + part + "/9").statusCode())
        .isEqualTo(404);
  }

  @Test
  void whatIsNotSealedIsNotTakenForSealed() {
    for (byte[] bytes :
        List.of(
            TipScene.TEXT.getBytes(StandardCharsets.UTF_8),
            "age-encryption.org/v1\n-> X25519 x".getBytes(StandardCharsets.US_ASCII),
            new byte[17 << 10])) {
      assertThatThrownBy(() -> scene.tips().sendSealed(scene.ticket(), scene.team(), bytes, false))
          .hasMessage("tips.refused.unsealed");
    }
  }

  /** Sealed for somebody else, cut off, or no document: the officer is told and nothing breaks. */
  @Test
  void whatDoesNotOpenIsSaidToTheOfficer() {
    byte[] whole =
        TipEnvelope.seal(
            TipScene.content(TipScene.TEXT), house.get(TipTeams.class).recipient(scene.team()));
    whole[whole.length - 5] ^= 1;
    scene.tips().sendSealed(scene.ticket(), scene.team(), whole, false);
    assertThat(scene.officer.browser().get("/prevent/tips/" + scene.newest()).body())
        .contains("This part cannot be opened");
    assertThat(TipContent.read("[]".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(TipContent.read("{".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(
            TipContent.read(
                    "{\"format\":\"passerelle-tip-1\",\"what\":[1],\"files\":{\"a\":1}}"
                        .getBytes(StandardCharsets.UTF_8))
                .map(TipContent::files))
        .contains(List.of());
  }

  @Test
  void fiveMegabytesAreRefusedKindly() {
    Browser writer = new Browser(house);
    Browser.Answer form = writer.get("/tips");
    house.clock().pass(Duration.ofMinutes(1));
    Browser.Answer text = writer.post("/tips", scene.fields(form, "ж".repeat(30_000)));
    assertThat(text.status()).isEqualTo(422);
    assertThat(text.body()).contains("ж".repeat(30_000));
    Browser.Answer file =
        writer.postFile(
            "/tips", "file-1", "large.bin", new byte[4 << 20], scene.fields(form, TipScene.TEXT));
    assertThat(file.status()).isEqualTo(422);
    assertThat(file.body()).contains("larger than 4 MB", TipScene.TEXT);
    Browser.Answer more =
        writer.postFile(
            "/tips", "file-1", "large.bin", new byte[6 << 20], scene.fields(form, TipScene.TEXT));
    assertThat(more.status()).isEqualTo(413);
    assertThat(scene.triage().list(scene.who, false)).isEmpty();
    byte[] jpeg = new byte[100];
    jpeg[0] = (byte) 0xff;
    assertThat(
            TipScene.code(
                writer.postFile(
                    "/tips", "file-1", "a.jpg", jpeg, scene.fields(form, TipScene.TEXT))))
        .isNotEmpty();
  }
}
