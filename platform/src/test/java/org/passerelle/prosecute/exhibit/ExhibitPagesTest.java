package org.passerelle.prosecute.exhibit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.prosecute.RoomForms;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.prosecute.investigation.Investigations;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Exhibits and their custody by forms; each signature asks for password and second factor. */
@OnBothDatabases
class ExhibitPagesTest {
  private static final String NEEDED = "This is needed to go on.";
  private static final byte[] CALLS = "from,to\n1,2\n".getBytes(StandardCharsets.UTF_8);
  @Parameter House house;
  private Member member;
  private SignedIn who;
  private UUID id;
  private String all;

  @BeforeEach
  void anInvestigation() {
    member = Member.of(house, Role.PROSECUTOR);
    who = Staff.signedIn(member.user());
    id = new Scenes(house).begun(who).id();
    all = "/prosecute/investigations/" + id + "/exhibits";
    new ExhibitScenes(house).key(who);
    house.clock().pass(Duration.ofMinutes(20));
  }

  @Test
  void anExhibitIsDescribedUploadedAndTakenIn() {
    RoomForms list = new RoomForms(member.browser(), all);
    assertThat(list.shown()).contains("No exhibit yet");
    list.isTold(NEEDED, "", "kind", "", "title", "");
    list.isTold("Choose one of the options", "", "kind", "drug", "title", "A phone");
    String at = list.sends("", "kind", "file", "title", "A phone", "origin", "The flat of S-1");
    RoomForms one = new RoomForms(member.browser(), at);
    assertThat(one.shown()).contains("A phone", "not taken in", ".0001");
    one.sends("", "kind", "object", "title", "A grey phone", "storage", "Safe 2");
    one.shown();
    assertThat(sent(at, "calls.csv", new byte[0]).body()).contains("The file is empty.");
    one.shown();
    assertThat(sent(at, "calls.csv", CALLS).location()).isEqualTo(at);
    String waits = one.shown();
    assertThat(waits)
        .contains("A file waits to be taken in", "calls.csv", "12 bytes", at + "/confirm");
    UUID upload = upload(at);
    assertThat(signs(at + "/intake", "upload", upload.toString(), "place", "Office 3").status())
        .as("no second factor")
        .isEqualTo(422);
    confirmed(at);
    one.isTold(NEEDED, "/intake", "upload", upload.toString(), "place", "");
    assertThat(signs(at + "/intake", "upload", upload.toString(), "place", "Office 3").location())
        .isEqualTo(at);
    assertThat(one.shown())
        .contains("taken in", "Taken in by", "Held by", "Office 3")
        .doesNotContain(at + "/upload");
    assertThat(member.browser().whole(at + "/content").body()).isEqualTo(CALLS);
    assertThat(member.browser().whole(at + "/content").headers().firstValue("Content-Type"))
        .contains("application/octet-stream");
    assertThat(list.shown()).contains("A grey phone", ">taken in<");
    assertThat(new RoomForms(member.browser(), "/prosecute/custody").shown()).contains(".0001");
  }

  @Test
  void anExhibitGoesFromHandToHand() {
    Member taker = Member.in(house, who.organisation(), Role.INVESTIGATOR);
    SignedIn other = Staff.signedIn(taker.user());
    house.get(InvestigationTeam.class).add(id, other.user(), null, who);
    new ExhibitScenes(house).key(other);
    String at = all + "/" + new ExhibitScenes(house).held(id, CALLS, who);
    confirmed(at);
    assertThat(member.browser().get(at).body()).contains(other.user().toString(), at + "/check");
    member.browser().get(at);
    assertThat(signs(at + "/offer", "to", "", "place", "").status()).isEqualTo(422);
    assertThat(signs(at + "/offer", "to", other.user().toString(), "place", "Lab").location())
        .isEqualTo(at);
    assertThat(member.browser().get(at).body()).contains("Offered to", at + "/withdraw");
    Browser browser = taker.browser();
    assertThat(browser.get("/prosecute/custody").body()).contains("Offered to you", ".0001");
    assertThat(browser.get("/").body()).contains("is offered and not taken");
    assertThat(browser.get(at).body()).contains(at + "/confirm").doesNotContain(at + "/take");
    browser.post(at + "/confirm");
    taker.nextCode();
    taker.confirm(browser);
    assertThat(browser.get(at).body()).contains(at + "/take", at + "/refuse");
    assertThat(browser.post(at + "/refuse", "why", "").status()).isEqualTo(422);
    browser.get(at);
    assertThat(browser.post(at + "/take", "currentPassword", "wrong one").status()).isEqualTo(422);
    browser.get(at);
    assertThat(browser.post(at + "/take", "currentPassword", Member.PASSWORD).location())
        .isEqualTo(at);
    assertThat(browser.get(at).body()).contains("Handed over by");
    house.get(Investigations.class).close(id, "judged", new Scenes(house).today(), who);
    assertThat(member.browser().get(all).body()).doesNotContain("id=\"title\"");
  }

  @Test
  void whoeverIsNotOnTheTeamFindsNeitherPageNorFile() {
    String at = all + "/" + new ExhibitScenes(house).held(id, CALLS, who);
    Member outside = Member.in(house, who.organisation(), Role.PROSECUTOR);
    for (String path : new String[] {all, at, at + "/content"}) {
      assertThat(outside.browser().get(path).status()).as(path).isEqualTo(404);
    }
    outside.browser().get("/prosecute/investigations/new");
    assertThat(outside.browser().postFile(at + "/upload", "file", "a", CALLS).status())
        .isEqualTo(404);
    outside.browser().get("/prosecute/investigations/new");
    assertThat(outside.browser().post(at + "/withdraw").status()).isEqualTo(404);
  }

  /** By their length, before a byte is read; and what is cut off leaves nothing. */
  @Test
  void tooMuchIsRefusedWithASentenceAndWhatIsCutOffLeavesNothing() throws Exception {
    UUID exhibit = new ExhibitScenes(house).described(id, who);
    String at = all + "/" + exhibit;
    Browser.Answer page = member.browser().get(at);
    for (long size : new long[] {4L << 30, (1L << 30) + (1L << 20) + 1}) {
      assertThat(answered(at, size, "")).contains(" 413 ", "That is too large", "an exhibit 1 GB");
    }
    String form =
        """
        --x\r
        Content-Disposition: form-data; name="_csrf"\r
        \r
        %s\r
        --x\r
        Content-Disposition: form-data; name="_once"\r
        \r
        %s\r
        --x\r
        Content-Disposition: form-data; name="file"; filename="a"\r
        \r
        """
            .formatted(Browser.hidden(page, "_csrf"), Browser.hidden(page, "_once"));
    assertThat(begun(at, form + "x".repeat(2 * ExhibitPieces.PIECE))).isTrue();
    await().atMost(Duration.ofSeconds(20)).until(() -> uploads(exhibit) == 0);
    assertThat(house.get(Exhibits.class).waiting(id, exhibit, who)).isEmpty();
  }

  private Socket socket() throws IOException {
    URI to = URI.create(house.address());
    return new Socket(to.getHost(), to.getPort());
  }

  private byte[] head(String at, long size) {
    return "POST %s/upload HTTP/1.1\r\nHost: localhost\r\nCookie: passerelle=%s\r\nAccept-Language: en\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
        .formatted(at, member.browser().session(), size)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private String answered(String at, long size, String body) throws IOException {
    try (Socket socket = socket()) {
      socket.getOutputStream().write(head(at, size));
      socket.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
      // the server keeps the line open for a while after its answer
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      String read = "";
      for (int one = socket.getInputStream().read();
          one >= 0 && !read.endsWith("</html>");
          one = socket.getInputStream().read()) {
        answer.write(one);
        if (one == '>') {
          read = answer.toString(StandardCharsets.UTF_8);
        }
      }
      return read;
    }
  }

  /** Sends a part, waits until some of it is stored, and cuts the line. */
  private boolean begun(String at, String body) throws IOException {
    UUID exhibit = UUID.fromString(at.replaceFirst(".*/", ""));
    try (Socket socket = socket()) {
      socket.getOutputStream().write(head(at, 100L << 20));
      socket.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      await().atMost(Duration.ofSeconds(20)).until(() -> pieces(exhibit) > 0);
      return true;
    }
  }

  private int uploads(UUID exhibit) {
    return house
        .db()
        .sql("select count(*) from exhibit_upload where exhibit = :id")
        .param("id", exhibit)
        .query(Integer.class)
        .single();
  }

  private int pieces(UUID exhibit) {
    return house
        .db()
        .sql(
            """
            select count(*) from exhibit_piece
             where upload in (select id from exhibit_upload where exhibit = :id)
            """)
        .param("id", exhibit)
        .query(Integer.class)
        .single();
  }

  private Browser.Answer sent(String at, String name, byte[] content) {
    return member.browser().postFile(at + "/upload", "file", name, content);
  }

  private UUID upload(String at) {
    UUID exhibit = UUID.fromString(at.replaceFirst(".*/", ""));
    return house.get(Exhibits.class).waiting(id, exhibit, who).orElseThrow().id();
  }

  private void confirmed(String at) {
    member.browser().get(at);
    member.browser().post(at + "/confirm");
    member.nextCode();
    assertThat(member.confirm(member.browser()).location()).isEqualTo(at);
    member.browser().get(at);
  }

  private Browser.Answer signs(String path, String... fields) {
    String[] all = Arrays.copyOf(fields, fields.length + 2);
    all[fields.length] = "currentPassword";
    all[fields.length + 1] = Member.PASSWORD;
    return member.browser().post(path, all);
  }
}
