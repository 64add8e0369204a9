package org.passerelle.prevent.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.passerelle.refusal.Refused;

/** A picture is recognised when it was sent on, others are not, and a hostile one is refused. */
class PictureHashTest {

  @Test
  void whatWasSentOnIsRecognised() throws IOException {
    for (int seed = 0; seed < 12; seed++) {
      byte[] picture = Drawings.poster(seed, 900, 640);
      long hash = PictureHash.of(picture);
      assertThat(PictureHash.of(picture)).isEqualTo(hash);
      for (double scale : new double[] {1, .6, .31}) {
        long again = PictureHash.of(Drawings.sentOn(picture, scale, .4f));
        assertThat(PictureHash.distance(hash, again))
            .as("%d at %s", seed, scale)
            .isLessThanOrEqualTo(PictureHash.NEAR);
      }
    }
  }

  @Test
  void othersAreFarApart() throws IOException {
    List<Long> hashes = new ArrayList<>();
    for (int seed = 0; seed < 40; seed++) {
      hashes.add(PictureHash.of(Drawings.poster(seed, 400, 300)));
    }
    for (int i = 0; i < hashes.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(PictureHash.distance(hashes.get(i), hashes.get(j)))
            .isGreaterThan(PictureHash.NEAR);
      }
    }
  }

  /** Half of the bits are set by definition of the median. */
  @Test
  void halfOfTheBitsAreSet() throws IOException {
    assertThat(Long.bitCount(PictureHash.of(Drawings.poster(3, 500, 500)))).isEqualTo(32);
  }

  @Test
  void aPictureWithoutAnythingInItIsRefused() throws IOException {
    byte[] flat = Drawings.flat();
    assertThatThrownBy(() -> PictureHash.of(flat))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.key()).isEqualTo("watch.refused.flat");
              assertThat(refused.field()).isEqualTo("file");
            });
    assertThat(PictureHash.tried(flat)).isEmpty();
  }

  @Test
  void whatIsNoPictureIsRefused() {
    for (String sent :
        List.of("", "GIF89a…", "<svg xmlns='http://www.w3.org/2000/svg'/>", "\u0089PNG\r\n")) {
      byte[] bytes = sent.getBytes(StandardCharsets.ISO_8859_1);
      assertThatThrownBy(() -> PictureHash.of(bytes)).isInstanceOf(Refused.class);
      assertThat(PictureHash.tried(bytes)).isEmpty();
    }
  }

  /** A few bytes that say they are a hundred thousand pixels wide and high. */
  @Test
  void aBombIsNeverDecoded() {
    byte[] bomb = bomb();
    long began = System.nanoTime();
    assertThat(PictureHash.tried(bomb)).isEmpty();
    assertThat((System.nanoTime() - began) / 1_000_000).isLessThan(2_000);
  }

  static byte[] bomb() {
    byte[] header = {
      'I',
      'H',
      'D',
      'R',
      0,
      1,
      (byte) 0x86,
      (byte) 0xa0,
      0,
      1,
      (byte) 0x86,
      (byte) 0xa0,
      8,
      2,
      0,
      0,
      0
    };
    CRC32 sum = new CRC32();
    sum.update(header);
    return ByteBuffer.allocate(8 + 4 + header.length + 4 + 12)
        .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
        .putInt(header.length - 4)
        .put(header)
        .putInt((int) sum.getValue())
        .putInt(0)
        .put(new byte[] {'I', 'E', 'N', 'D'})
        .putInt(0xae426082)
        .array();
  }
}
