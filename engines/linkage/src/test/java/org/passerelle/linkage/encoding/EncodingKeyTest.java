package org.passerelle.linkage.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.linkage.BadRecords;

/** Files that are no keys are refused. */
class EncodingKeyTest {
  @TempDir Path folder;

  @Test
  void aKeyFileHoldsSomethingThatNobodyGuesses() throws IOException {
    Path file = folder.resolve("key");
    for (String bad : new String[] {"", "   \n", "secret", "0".repeat(64), "x".repeat(70_000)}) {
      Files.writeString(file, bad);
      assertThatThrownBy(() -> EncodingKey.read(file))
          .isInstanceOf(BadRecords.class)
          .hasMessageContaining("is not a key");
    }
    assertThatThrownBy(() -> EncodingKey.read(folder)).isInstanceOf(BadRecords.class);
    Files.writeString(file, "5f3a9c10deadbeef0123456789abcdef5f3a9c10deadbeef0123456789abcdef");
    String fingerprint = EncodingKey.read(file).fingerprint();
    assertThat(fingerprint).matches("[0-9a-f]{8}");
    Files.writeString(file, "5f3a9c10deadbeef0123456789abcdef5f3a9c10deadbeef0123456789abcdef\r\n");
    assertThat(EncodingKey.read(file).fingerprint()).isEqualTo(fingerprint);
  }
}
