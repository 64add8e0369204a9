package org.passerelle.prosecute.exhibit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.evidence.custody.CustodyChain;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.signing.OfficerKeys;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.work.Upload;

/** A file is measured while it arrives, sealed in pieces, and taken in under a signature. */
@OnBothDatabases
class ExhibitIntakeTest {
  private static final byte[] CALLS =
      "from,to\n+33600000014,+33600000018\n".getBytes(StandardCharsets.UTF_8);

  @Parameter House house;
  private SignedIn who;
  private UUID id;
  private ExhibitScenes scenes;

  @BeforeEach
  void anInvestigation() {
    Scenes.Begun begun = new Scenes(house).begun();
    who = begun.prosecutor();
    id = begun.id();
    scenes = new ExhibitScenes(house);
    scenes.key(who);
  }

  @Test
  void aLargeFileComesBackAsItWasWithTheDigestsThatOthersMeasure() throws Exception {
    byte[] content = new byte[ExhibitPieces.PIECE * 2 + 17];
    new Random(3).nextBytes(content);
    UUID exhibit = scenes.held(id, content, who);
    Exhibit one = exhibits().find(id, exhibit, who);
    Exhibit.Taken taken = Objects.requireNonNull(one.taken());
    assertThat(taken.pieces()).isEqualTo(3);
    assertThat(taken.digests().size()).isEqualTo(content.length);
    assertThat(taken.digests().sha256()).isEqualTo(sum("sha256sum", content));
    assertThat(taken.digests().sha512()).isEqualTo(sum("sha512sum", content));
    try (InputStream in = exhibits().content(id, exhibit, who).open()) {
      assertThat(in.readAllBytes()).isEqualTo(content);
    }
    assertThat(one.number()).matches("[A-Z0-9]{2,8}-[0-9]{2}-[0-9]+\\.0001");
    CustodyChain chain = house.get(CustodyStore.class).chain(one.number());
    assertThat(chain.digests()).isEqualTo(taken.digests());
    assertThat(chain.holder()).isEqualTo(house.get(OfficerKeys.class).newest(who).id());
    assertThat(scenes.described(id, who)).isNotNull();
    assertThat(exhibits().of(id, who).get(1).number()).endsWith(".0002");
  }

  /** By the programs of the system, not by the same code. */
  private static String sum(String program, byte[] content) throws Exception {
    Process process = new ProcessBuilder(program).start();
    try (var out = process.getOutputStream()) {
      out.write(content);
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    return said.split(" ", 2)[0];
  }

  @Test
  void nothingOfItStandsInClearInTheDatabase() {
    scenes.held(id, CALLS, who);
    InClear clear = new InClear(house);
    for (String word : List.of("+33600000014", "calls.csv", "A telephone", "Office 3")) {
      assertThat(clear.columns(word)).as(word).isEmpty();
    }
  }

  @Test
  void aConnectionThatBreaksLeavesNothing() throws IOException {
    UUID exhibit = scenes.described(id, who);
    InputStream cut = InputStream.nullInputStream();
    cut.close();
    byte[] before = new byte[ExhibitPieces.PIECE + 100];
    InputStream broken = new SequenceInputStream(new ByteArrayInputStream(before), cut);
    assertThatThrownBy(
            () ->
                house.get(ExhibitUploads.class).receive(id, exhibit, new Upload("a", broken), who))
        .isInstanceOf(IOException.class);
    assertThat(uploads(exhibit)).isZero();
    assertThat(exhibits().waiting(id, exhibit, who)).isEmpty();
  }

  /** The server was killed: nobody removed what had arrived. */
  @Test
  void whatStoppedArrivingIsSweptAfterAnHourAndNothingElse() {
    UUID exhibit = scenes.described(id, who);
    UUID killed = UUID.randomUUID();
    ExhibitRows rows = house.get(ExhibitRows.class);
    rows.begin(killed, exhibit, rows.sealed(exhibit, new Arrived.Name("a"), who), who.user());
    UUID whole = scenes.arrived(id, exhibit, "b", CALLS, who);
    house.clock().pass(UploadsGone.SILENT.minusMinutes(1));
    house.get(UploadsGone.class).remove();
    assertThat(uploads(exhibit)).isEqualTo(2);
    house.clock().pass(Duration.ofMinutes(2));
    house.get(UploadsGone.class).remove();
    assertThat(uploads(exhibit)).isEqualTo(1);
    assertThat(exhibits().waiting(id, exhibit, who).orElseThrow().id()).isEqualTo(whole);
    refused(
        "exhibit.refused.gone",
        () ->
            house
                .get(ExhibitPieces.class)
                .write(exhibit, killed, new ByteArrayInputStream(CALLS), 1 << 20));
  }

  @Test
  void whatWaitsIsReplacedOrDiscardedAndWhatIsTakenInStays() {
    UUID exhibit = scenes.described(id, who);
    scenes.arrived(id, exhibit, "first", CALLS, who);
    UUID second = scenes.arrived(id, exhibit, "second", new byte[] {1}, who);
    assertThat(uploads(exhibit)).isEqualTo(1);
    house.get(ExhibitUploads.class).discard(id, exhibit, second, who);
    house.get(ExhibitUploads.class).discard(id, exhibit, second, who);
    assertThat(uploads(exhibit)).isZero();
    UUID held = scenes.held(id, CALLS, who);
    refused("exhibit.refused.taken-in", () -> scenes.arrived(id, held, "x", CALLS, who));
    refused(
        "exhibit.refused.taken-in",
        () -> exhibits().change(id, held, ExhibitScenes.draft("Another"), who));
    assertThat(exhibits().find(id, held, who).words().title()).isEqualTo("A telephone");
  }

  @Test
  void theTypeIsFoundInTheBytesAndTheNameMadeHarmless() {
    UUID exhibit = scenes.described(id, who);
    scenes.arrived(id, exhibit, "../../etc/\u202efdp.exe", ExhibitScenes.pdf(false, false), who);
    Arrived waiting = exhibits().waiting(id, exhibit, who).orElseThrow();
    assertThat(waiting.mediaType()).isEqualTo("application/pdf");
    assertThat(waiting.fileName()).isEqualTo("fdp.exe");
    assertThat(waiting.problem()).isNull();
    for (String[] name :
        new String[][] {
          {"C:\\a\\b.txt", "b.txt"}, {"\u0000\n", "file"}, {"..", "file"}, {"", "file"}
        }) {
      assertThat(FileNames.plain(name[0])).isEqualTo(name[1]);
    }
    assertThat(FileNames.plain("a".repeat(119) + "😀b")).hasSize(119);
    assertThat(FileNames.download("X-26-1.0001", "a.tar.gz")).isEqualTo("X-26-1.0001.gz");
    assertThat(FileNames.download("X-26-1.0001", "a.e x")).isEqualTo("X-26-1.0001");
  }

  /** What was seized may be hostile: it is kept as bytes, and no court opens it unawares. */
  @Test
  void aPdfThatNoCourtCouldReadIsTakenInOnlyAsBytes() {
    for (Object[] hostile :
        new Object[][] {
          {"encrypted", ExhibitScenes.pdf(true, false), "a.PDF"},
          {"active", ExhibitScenes.pdf(false, true), "a"},
          {"unreadable", CALLS, "a.pdf"}
        }) {
      UUID exhibit = scenes.described(id, who);
      UUID upload = scenes.arrived(id, exhibit, (String) hostile[2], (byte[]) hostile[1], who);
      assertThat(exhibits().waiting(id, exhibit, who).orElseThrow().problem())
          .isEqualTo(hostile[0]);
      refused("exhibit.refused.problem", () -> takeIn(exhibit, upload, false));
      takeIn(exhibit, upload, true);
      Exhibit one = exhibits().find(id, exhibit, who);
      Exhibit.Taken taken = Objects.requireNonNull(one.taken());
      assertThat(taken.mediaType()).isEqualTo("application/octet-stream");
      assertThat(FileNames.isPdf(taken.fileName())).isFalse();
    }
  }

  @Test
  void withoutAKeyThatSignsNothingIsTakenIn() {
    UUID exhibit = scenes.described(id, who);
    UUID upload = scenes.arrived(id, exhibit, "a", CALLS, who);
    house.clock().pass(Duration.ofDays(731));
    refused("signing.refused.no-key", () -> takeIn(exhibit, upload, false));
    assertThat(exhibits().find(id, exhibit, who).held()).isFalse();
  }

  @Test
  void ofTwoWhoTakeItInAtOnceOneHoldsIt() throws Exception {
    UUID exhibit = scenes.described(id, who);
    UUID upload = scenes.arrived(id, exhibit, "a", CALLS, who);
    List<Callable<Boolean>> both = new ArrayList<>();
    for (int hand = 0; hand < 2; hand++) {
      both.add(
          () -> {
            try {
              takeIn(exhibit, upload, false);
              return true;
            } catch (Refused second) {
              return false;
            }
          });
    }
    assertThat(AtOnce.all(both)).containsOnlyOnce(true);
    assertThat(
            house
                .get(CustodyStore.class)
                .chain(exhibits().find(id, exhibit, who).number())
                .length())
        .isEqualTo(1);
  }

  @Test
  void emptyTooLargeAndShelterAreRefusedAndLeaveNothing() {
    UUID exhibit = scenes.described(id, who);
    refused("exhibit.refused.empty", () -> scenes.arrived(id, exhibit, "a", new byte[0], who));
    PlaceScenes places = new PlaceScenes(house);
    SignedIn officer = places.officer();
    String shelter = places.code(places.place(2, officer), officer);
    assertThatThrownBy(() -> scenes.arrived(id, exhibit, shelter + ".csv", CALLS, who))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> exhibits().describe(id, ExhibitScenes.draft("From " + shelter), who))
        .isInstanceOf(Refused.class);
    UUID upload = scenes.arrived(id, exhibit, "a", CALLS, who);
    assertThatThrownBy(
            () ->
                house
                    .get(ExhibitIntake.class)
                    .takeIn(id, exhibit, upload, false, new CustodyWords(shelter, ""), who))
        .isInstanceOf(Refused.class);
    refused(
        "exhibit.refused.large",
        () ->
            house
                .get(ExhibitPieces.class)
                .write(exhibit, upload, new ByteArrayInputStream(new byte[3_000]), 2_999));
    assertThat(exhibits().of(id, who)).hasSize(1);
    assertThat(exhibits().find(id, exhibit, who).held()).isFalse();
  }

  @Test
  void whoeverIsNotOnTheTeamFindsNothing() {
    UUID exhibit = scenes.held(id, CALLS, who);
    SignedIn outside = new Scenes(house).colleague(who.organisation(), Role.PROSECUTOR);
    Scenes.Begun other = new Scenes(house).begun(who);
    for (ThrowingCallable act :
        List.<ThrowingCallable>of(
            () -> exhibits().of(id, outside),
            () -> exhibits().content(id, exhibit, outside),
            () -> scenes.arrived(id, exhibit, "a", CALLS, outside),
            () -> exhibits().find(other.id(), exhibit, who),
            () -> house.get(Custody.class).of(other.id(), exhibit, who))) {
      assertThatThrownBy(act).isInstanceOf(NotFound.class);
    }
  }

  private void takeIn(UUID exhibit, UUID upload, boolean asItIs) {
    house
        .get(ExhibitIntake.class)
        .takeIn(id, exhibit, upload, asItIs, new CustodyWords("Office 3", ""), who);
  }

  private int uploads(UUID exhibit) {
    return house
        .db()
        .sql("select count(*) from exhibit_upload where exhibit = :id")
        .param("id", exhibit)
        .query(Integer.class)
        .single();
  }

  private static void refused(String key, ThrowingCallable act) {
    assertThatThrownBy(act).as(key).isInstanceOf(Refused.class).hasMessageContaining(key);
  }

  private Exhibits exhibits() {
    return house.get(Exhibits.class);
  }
}
