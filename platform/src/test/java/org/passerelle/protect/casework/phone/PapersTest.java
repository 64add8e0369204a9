package org.passerelle.protect.casework.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.gate.PhoneDoor;
import org.passerelle.protect.casework.screening.Screenings;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.Sha256;

/**
 * Documents arrive in pieces in any order, are visible to readers of the screening, and are erased
 * with it.
 */
@OnBothDatabases
@Tag("slow")
class PapersTest {
  @Parameter House house;
  private Member officer;
  private SignedIn who;
  private TestPhone phone;
  private UUID paper;
  private byte[] sealed;
  private Map<String, Object> record;

  @BeforeEach
  void aPaper() {
    officer = Member.of(house, Role.FIRST_RESPONDER);
    who = Staff.signedIn(officer.user());
    phone = TestPhone.of(officer);
    house.clock().pass(Duration.ofMinutes(10));
    paper = house.get(Identifiers.class).next();
    sealed = TestPhone.age(picture(), phone.recipient());
    record =
        phone.screening(
            "screening-short", TestPhone.answers("age_under_18", "no", "act", List.of("receipt")));
    announce(sealed);
  }

  private void announce(byte[] whole) {
    record.put("papers", List.of(TestPaper.named(paper, whole)));
  }

  /** Noise, so that it cannot be compressed. */
  private static byte[] picture() {
    BufferedImage image = new BufferedImage(1000, 700, BufferedImage.TYPE_INT_RGB);
    Random noise = new Random(18);
    for (int x = 0; x < 1000; x++) {
      for (int y = 0; y < 700; y++) {
        image.setRGB(x, y, noise.nextInt(0xffffff));
      }
    }
    Graphics2D drawing = image.createGraphics();
    drawing.setColor(Color.ORANGE);
    drawing.fillOval(80, 40, 160, 160);
    drawing.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.writeBytes("GPS 44.8 20.4".getBytes(StandardCharsets.ISO_8859_1));
    return out.toByteArray();
  }

  private TestPhone.Answer send(int number) {
    return send(number, sealed);
  }

  private TestPhone.Answer send(int number, byte[] whole) {
    int from = number * PhoneDoor.PIECE;
    return phone.piece(
        TestPhone.idOf(record),
        paper,
        number,
        TestPaper.pieces(whole),
        Arrays.copyOfRange(whole, from, Math.min(whole.length, from + PhoneDoor.PIECE)));
  }

  private String address() {
    UUID screening = house.get(Screenings.class).list(who, true, 0, 9).get(0).id();
    return "/protect/screenings/" + screening;
  }

  private int logged(String action) {
    return house
        .db()
        .sql("select count(*) from audit_entry where action = :action and organisation = :of")
        .param("action", action)
        .param("of", who.organisation())
        .query(Integer.class)
        .single();
  }

  @Test
  void inAnyOrderAfterTheRecordAndSeenByALoggedLook() throws IOException {
    assertThat(TestPaper.pieces(sealed)).isGreaterThan(1);
    assertThat(phone.handIn(record).status()).isEqualTo(201);
    assertThat(officer.browser().get(address() + "/result").body())
        .contains("On its way from the phone.");
    for (int i = TestPaper.pieces(sealed) - 1; i > 0; i--) {
      TestPhone.Answer answer = send(i);
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      assertThat(answer.json().required("complete").asBoolean()).isFalse();
    }
    TestPhone.Answer standing =
        phone.get("/phone/records/%s/papers/%s".formatted(TestPhone.idOf(record), paper));
    assertThat(standing.json().required("have").size()).isEqualTo(TestPaper.pieces(sealed) - 1);
    TestPhone.Answer last = send(0);
    assertThat(last.json().required("complete").asBoolean()).isTrue();
    var receipt = phone.payload(last.json().required("receipt").asString());
    assertThat(receipt.required("sha256").asString()).isEqualTo(Sha256.of(sealed));
    assertThat(receipt.required("record").asString()).isEqualTo(TestPhone.idOf(record).toString());
    assertThat(receipt.required("state").asString()).isEqualTo("taken");
    assertThat(phone.payload(send(0).json().required("receipt").asString())).isEqualTo(receipt);
    Browser browser = officer.browser();
    String look = address() + "/papers/" + paper;
    assertThat(browser.get(address() + "/result").body()).contains(look);
    byte[] seen = browser.bytes(look);
    assertThat(ImageIO.read(new ByteArrayInputStream(seen)).getWidth()).isEqualTo(1000);
    assertThat(new String(seen, StandardCharsets.ISO_8859_1)).doesNotContain("GPS");
    assertThat(browser.get(look).header("Cache-Control")).contains("no-store");
    assertThat(logged("phone.paper-read")).isEqualTo(2);
    Browser colleague = Member.in(house, who.organisation(), Role.CASE_MANAGER).browser();
    assertThat(colleague.get(look).status()).isEqualTo(404);
  }

  @Test
  void beforeTheRecordItWaitsForItAndGoesWithIt() {
    for (int i = 0; i < TestPaper.pieces(sealed) - 1; i++) {
      send(i);
    }
    TestPhone.Answer last = send(TestPaper.pieces(sealed) - 1);
    assertThat(
            phone.payload(last.json().required("receipt").asString()).required("state").asString())
        .isEqualTo("kept");
    assertThat(phone.handIn(record).status()).isEqualTo(201);
    assertThat(officer.browser().get(address() + "/result").body()).contains("/papers/" + paper);
    UUID screening = UUID.fromString(address().replaceAll(".*/", ""));
    house.inTransaction(
        () -> {
          Erased erased = Erased.screening(who.organisation(), screening);
          house.all(Holdings.class).stream()
              .sorted(java.util.Comparator.comparingInt(Holdings::order))
              .forEach(room -> room.erase(erased));
          return true;
        });
    assertThat(of(paper)).isZero();
    assertThat(logged("phone.paper-ended")).isEqualTo(1);
    // when sent again, the phone is told that it may delete it, and nothing is stored
    for (int i = 0; i < TestPaper.pieces(sealed); i++) {
      assertThat(send(i).status()).isEqualTo(200);
    }
    assertThat(
            house
                .db()
                .sql("select count(*) from phone_piece where paper = :paper")
                .param("paper", paper)
                .query(Integer.class)
                .single())
        .isZero();
  }

  private int of(UUID id) {
    return house
        .db()
        .sql("select count(*) from phone_paper where id = :id")
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  @Test
  void whatIsSpoiltIsRefusedAndCanBeSentAnew() {
    phone.handIn(record);
    byte[] spoilt = sealed.clone();
    spoilt[spoilt.length / 2] ^= 1;
    TestPhone.Answer answer = send(0, spoilt);
    for (int i = 1; i < TestPaper.pieces(spoilt); i++) {
      answer = send(i, spoilt);
    }
    assertThat(answer.code()).isEqualTo("damaged");
    assertThat(of(paper)).isZero();
    for (int i = 0; i < TestPaper.pieces(sealed); i++) {
      answer = send(i);
    }
    assertThat(answer.json().required("complete").asBoolean()).isTrue();
    byte[] text = TestPhone.age("no picture".getBytes(StandardCharsets.UTF_8), phone.recipient());
    UUID other = house.get(Identifiers.class).next();
    assertThat(phone.piece(TestPhone.idOf(record), other, 0, 1, text).code())
        .isEqualTo("unreadable");
    byte[] unannounced = TestPhone.age(picture(), phone.recipient());
    paper = other;
    TestPhone.Answer last = send(0, unannounced);
    for (int i = 1; i < TestPaper.pieces(unannounced); i++) {
      last = send(i, unannounced);
    }
    assertThat(last.code()).isEqualTo("damaged");
  }

  @Test
  void whatItsRecordDoesNotAnnounceGoesWithALineInTheLog() {
    record.put("papers", List.of());
    for (int i = 0; i < TestPaper.pieces(sealed); i++) {
      assertThat(send(i).status()).isEqualTo(200);
    }
    assertThat(of(paper)).isEqualTo(1);
    assertThat(phone.handIn(record).status()).isEqualTo(201);
    assertThat(of(paper)).isZero();
    assertThat(logged("phone.paper-ended")).isEqualTo(1);
  }

  @Test
  void othersBytesTooManyAndTooLargeAreTurnedAway() {
    byte[] piece = new byte[PhoneDoor.PIECE];
    assertThat(phone.piece(TestPhone.idOf(record), paper, 0, 3, piece).status()).isEqualTo(200);
    byte[] other = piece.clone();
    other[7] = 7;
    assertThat(phone.piece(TestPhone.idOf(record), paper, 0, 3, other).code())
        .isEqualTo("other-content");
    assertThat(phone.piece(TestPhone.idOf(record), paper, 1, 4, piece).code())
        .isEqualTo("other-content");
    assertThat(phone.piece(TestPhone.idOf(record), paper, 3, 3, piece).code())
        .isEqualTo("unreadable");
    assertThat(
            phone.piece(TestPhone.idOf(record), paper, 0, 3, new byte[PhoneDoor.PIECE + 1]).code())
        .isEqualTo("too-large");
    assertThat(logged("phone.paper-refused")).isEqualTo(4);
    Member stranger = Member.of(house, Role.FIRST_RESPONDER);
    phone.usedBy(stranger.browser());
    assertThat(phone.piece(TestPhone.idOf(record), paper, 1, 3, piece).code())
        .isEqualTo("other-organisation");
  }

  @Test
  void abandonedPiecesEndAfterThirtyDaysWithALineInTheLog() {
    assertThat(phone.piece(TestPhone.idOf(record), paper, 0, 3, new byte[PhoneDoor.PIECE]).status())
        .isEqualTo(200);
    PaperRounds rounds = house.get(PaperRounds.class);
    house.clock().pass(Duration.ofDays(30));
    rounds.endAbandoned();
    assertThat(of(paper)).isEqualTo(1);
    house.clock().pass(Duration.ofSeconds(1));
    rounds.endAbandoned();
    assertThat(of(paper)).isZero();
    assertThat(logged("phone.paper-abandoned")).isEqualTo(1);
  }
}
