package org.passerelle.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.pdfbox.io.RandomAccess;
import org.apache.pdfbox.io.RandomAccessRead;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Temporary data of PDFs reads as it was written, and is readable in no file. */
class SealedScratchProperties {
  private static final Path OPEN_FILES = Path.of("/proc/self/fd");
  private static final int ROOM = 5 * SealedScratch.PAGE;

  @Property(tries = 60)
  void twoBuffersAreAsArrays(@ForAll Random random) throws IOException {
    try (SealedScratch scratch = new SealedScratch(SealedScratch.TEMPORARY);
        RandomAccess one = scratch.createBuffer();
        RandomAccess other = scratch.createBuffer()) {
      byte[][] expected = {new byte[ROOM], new byte[ROOM]};
      int[] sizes = new int[2];
      for (int step = 0; step < 60; step++) {
        int which = random.nextInt(2);
        RandomAccess buffer = which == 0 ? one : other;
        int at = random.nextInt(sizes[which] + 1);
        int length = random.nextInt(Math.min(ROOM - at, 2 * SealedScratch.PAGE) + 1);
        buffer.seek(at);
        if (random.nextBoolean()) {
          byte[] bytes = new byte[length];
          random.nextBytes(bytes);
          buffer.write(bytes);
          System.arraycopy(bytes, 0, expected[which], at, length);
          sizes[which] = Math.max(sizes[which], at + length);
        } else {
          int there = Math.min(length, sizes[which] - at);
          byte[] read = new byte[there];
          buffer.readFully(read);
          assertThat(read).isEqualTo(Arrays.copyOfRange(expected[which], at, at + there));
        }
        assertThat(buffer.length()).isEqualTo(sizes[which]);
      }
      for (int which = 0; which < 2; which++) {
        RandomAccess buffer = which == 0 ? one : other;
        buffer.seek(0);
        for (int i = 0; i < sizes[which]; i += 4_099) {
          buffer.seek(i);
          assertThat(buffer.read()).isEqualTo(expected[which][i] & 0xff);
        }
        buffer.seek(sizes[which]);
        assertThat(buffer.isEOF()).isTrue();
        assertThat(buffer.read()).isEqualTo(-1);
      }
    }
  }

  @Test
  void nothingOfACopyIsReadableInItsFile(@TempDir Path folder) throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(OPEN_FILES), "open files cannot be seen here");
    String secret = "the protected witness ";
    byte[] bytes = secret.repeat(20_000).getBytes(StandardCharsets.US_ASCII);
    try (SealedScratch scratch = new SealedScratch(folder);
        RandomAccessRead copy =
            SealedScratch.bytes(() -> new ByteArrayInputStream(bytes), scratch)) {
      byte[] written = scratchFile(folder);
      assertThat(written.length).isGreaterThan(bytes.length / 2);
      assertThat(new String(written, StandardCharsets.ISO_8859_1)).doesNotContain("witness");
      byte[] read = new byte[bytes.length];
      copy.readFully(read);
      assertThat(read).isEqualTo(bytes);
    }
    assertThat(folder).isEmptyDirectory();
  }

  private static byte[] scratchFile(Path folder) throws IOException {
    try (Stream<Path> open = Files.list(OPEN_FILES)) {
      for (Path one : open.toList()) {
        if (Files.isSymbolicLink(one)
            && Files.readSymbolicLink(one).toString().startsWith(folder.toRealPath().toString())) {
          return Files.readAllBytes(one);
        }
      }
    }
    throw new IOException("There is no open file in " + folder);
  }
}
