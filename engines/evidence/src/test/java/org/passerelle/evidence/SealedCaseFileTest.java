package org.passerelle.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is kept of a case file yields the same container every time, or nothing of worth. */
class SealedCaseFileTest {
  private static SealedCaseFile sealed(Version version) {
    return new CaseFileWriter(Cases.PROSECUTION, Cases.PRESS)
        .seal(Cases.of(version), Keys.NOW, Progress.NONE);
  }

  private static Content content(String number) {
    return Cases.of(Version.PROSECUTION).exhibits().stream()
        .filter(exhibit -> exhibit.number().equals(number))
        .findFirst()
        .orElseThrow()
        .content();
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void theContainerIsTheSameEveryTimeAndWhole(Version version) throws IOException {
    SealedCaseFile kept = sealed(version);
    byte[] first = kept.open(SealedCaseFileTest::content).readAllBytes();
    try (InputStream again = kept.open(SealedCaseFileTest::content)) {
      List<Byte> bytes = new ArrayList<>();
      for (int one = again.read(); one >= 0; one = again.read()) {
        bytes.add((byte) one);
      }
      assertThat(again.read()).isEqualTo(-1);
      assertThat(bytes).hasSize(first.length);
      for (int i = 0; i < first.length; i++) {
        assertThat(bytes.get(i)).isEqualTo(first[i]);
      }
    }
    Verdict verdict =
        new CaseFileVerifier(Set.of(Cases.PROSECUTION.certificate()), Cases.LATER)
            .verify(new ByteArrayInputStream(first));
    assertThat(verdict.departures()).isEmpty();
    assertThat(verdict.version()).isEqualTo(version.word());
    assertThat(kept.exhibits()).isEqualTo(3);
  }

  @Test
  void bothVersionsShareTheDigestOfAll() {
    SealedCaseFile prosecution = sealed(Version.PROSECUTION);
    SealedCaseFile defence = sealed(Version.DEFENCE);
    assertThat(prosecution.digestOfAll()).isEqualTo(defence.digestOfAll()).hasSize(64);
    assertThat(prosecution.parts()).hasSize(3);
    assertThat(defence.parts())
        .extracting(SealedCaseFile.Part::number)
        .containsExactly("0001", "0002-R1");
  }

  @Test
  void anExhibitThatIsNotWhatWasSealedEndsTheStream() {
    SealedCaseFile kept = sealed(Version.PROSECUTION);
    byte[] right = Cases.bytes("what was seen\n");
    for (byte[] other :
        List.of(
            Cases.bytes("what was seem\n"),
            Cases.bytes("what was seen\n."),
            Arrays.copyOf(right, right.length - 1),
            new byte[0])) {
      Function<String, Content> altered =
          number -> number.equals("0001") ? () -> new ByteArrayInputStream(other) : content(number);
      assertThatThrownBy(() -> kept.open(altered).readAllBytes())
          .isInstanceOf(IOException.class)
          .hasMessageContaining("0001.txt is not what was sealed");
    }
  }

  @Test
  void theTextOfAPdfIsReadAndOfPicturesIsNot() throws IOException {
    List<String> pages = new ArrayList<>();
    byte[] page = Cases.pdf("The witness is Quillenbrook");
    PdfText.read(() -> new ByteArrayInputStream(page), pages::add);
    assertThat(pages).hasSize(2);
    assertThat(pages.get(0)).contains("Quillenbrook");
    assertThatThrownBy(
            () -> PdfText.read(() -> new ByteArrayInputStream(Cases.bytes("no PDF")), pages::add))
        .isInstanceOf(IOException.class);
  }
}
