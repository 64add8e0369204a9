package org.passerelle.prosecute.exhibit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.Scenes;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;

/**
 * Derived exhibits point to their source, saved pages are what was written down, decisions stay.
 */
@OnBothDatabases
class CapturesTest {
  private static final byte[] CALLS = "from,to\n1,2\n".getBytes(StandardCharsets.UTF_8);
  private static final byte[] WARC =
      "WARC/1.1\r\nWARC-Type: warcinfo\r\n\r\n".getBytes(StandardCharsets.UTF_8);
  private static final CustodyWords WORDS = new CustodyWords("Office 3", "");

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

  private static Derivation derived(String way, UUID... sources) {
    return new Derivation(
        way,
        List.of(sources),
        new Derivation.Words("Pages 3 to 7", "Ana Brown, translator", "Is it the same hand?"));
  }

  @Test
  void aSavedPageIsTwoExhibitsWithTheDigestsThatWereWrittenDown() throws Exception {
    byte[] pdf = ExhibitScenes.pdf(false, false);
    byte[] packed = packed(WARC);
    UUID first = captures().describe(id, draft("https://example.org/a?b=c", pdf, packed), who);
    Capture capture = capture(first);
    UUID second = capture.files().get(1).exhibit();
    assertThat(captures().of(id, who).get(second)).isEqualTo(capture);
    assertThat(new InClear(house).columns("example.org/a")).isEmpty();
    UUID wrong = scenes.arrived(id, first, "page.pdf", Arrays.copyOf(pdf, pdf.length + 1), who);
    assertThat(histories().of(id, first, who).departs()).isEqualTo("sha256");
    refused("capture.refused.sha256", () -> takeIn(first, wrong));
    takeIn(first, scenes.arrived(id, first, "page.pdf", pdf, who));
    takeIn(second, scenes.arrived(id, second, "page.warc.gz", packed, who));
    assertThat(exhibits().find(id, second, who).held()).isTrue();
    UUID described = scenes.described(id, who);
    derivations().say(id, described, derived("extract", first), who);
    assertThat(derivations().of(id, who)).containsKey(described);
  }

  @Test
  void whatIsNoPdfOrNoWarcIsNotTakenInWhateverItsDigests() throws Exception {
    UUID pdf = captures().describe(id, draft("http://a.example", WARC, CALLS), who);
    UUID warc = capture(pdf).files().get(1).exhibit();
    UUID one = scenes.arrived(id, pdf, "a.pdf.warc", WARC, who);
    refused("capture.refused.pdf", () -> takeIn(pdf, one));
    UUID two = scenes.arrived(id, warc, "a.warc", CALLS, who);
    refused("capture.refused.warc", () -> takeIn(warc, two));
    UUID plain = captures().describe(id, draft("http://a.example", CALLS, WARC), who);
    UUID right = capture(plain).files().get(1).exhibit();
    takeIn(right, scenes.arrived(id, right, "a.warc", WARC, who));
    UUID third =
        captures()
            .describe(
                id,
                new Capture.Draft(
                    "A page",
                    new Capture.Words("https://a.example", "Tool 1", ""),
                    house.clock().instant(),
                    stated(CALLS),
                    new Capture.Stated(sum("SHA-256", WARC), sum("SHA-512", CALLS))),
                who);
    UUID half = capture(third).files().get(1).exhibit();
    UUID file = scenes.arrived(id, half, "a.warc", WARC, who);
    refused("capture.refused.sha512", () -> takeIn(half, file));
    refused(
        "exhibit.refused.capture-derived",
        () -> derivations().say(id, half, derived("copy", right), who));
  }

  @Test
  void aPageIsOfTheWebAndWasSavedBefore() throws Exception {
    for (String address : List.of("ftp://a.example", "a.example", "https://", "javascript:x")) {
      refused(
          "capture.refused.address",
          () -> captures().describe(id, draft(address, CALLS, WARC), who));
    }
    Capture.Draft later =
        new Capture.Draft(
            "A page",
            new Capture.Words("https://a.example", "Tool 1", ""),
            house.clock().instant().plus(Duration.ofMinutes(1)),
            stated(CALLS),
            stated(WARC));
    refused("form.error.future", () -> captures().describe(id, later, who));
    PlaceScenes places = new PlaceScenes(house);
    SignedIn officer = places.officer();
    String shelter = places.code(places.place(2, officer), officer);
    refused(
        "placement.refused.shelter",
        () -> captures().describe(id, draft("https://a.example/" + shelter, CALLS, WARC), who));
    assertThat(exhibits().of(id, who)).isEmpty();
  }

  private Capture.Draft draft(String address, byte[] pdf, byte[] warc) throws Exception {
    return new Capture.Draft(
        "A page",
        new Capture.Words(address, "ArchiveWeb.page 0.12", "Officer 7"),
        house.clock().instant(),
        stated(pdf),
        stated(warc));
  }

  private static Capture.Stated stated(byte[] content) throws Exception {
    return new Capture.Stated(sum("SHA-256", content), null);
  }

  private static String sum(String algorithm, byte[] content) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
  }

  private static byte[] packed(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
      packed.write(content);
    }
    return out.toByteArray();
  }

  private void takeIn(UUID exhibit, UUID upload) {
    house.get(ExhibitIntake.class).takeIn(id, exhibit, upload, false, WORDS, who);
  }

  private static void refused(String key, ThrowingCallable act) {
    assertThatThrownBy(act).as(key).isInstanceOf(Refused.class).hasMessageContaining(key);
  }

  private Exhibits exhibits() {
    return house.get(Exhibits.class);
  }

  private Derivations derivations() {
    return house.get(Derivations.class);
  }

  private Capture capture(UUID exhibit) {
    return Objects.requireNonNull(captures().of(id, who).get(exhibit));
  }

  private Captures captures() {
    return house.get(Captures.class);
  }

  private ExhibitHistories histories() {
    return house.get(ExhibitHistories.class);
  }
}
