package org.passerelle.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is written completely or not at all, also where the disk ends in its middle. */
class OutFileTest {
  /** The file of a run before this one. */
  private static final String EARLIER = "left,right\na1,b1\n";

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void earlier() throws IOException {
    file = Files.writeString(folder.resolve("matches.csv"), EARLIER);
  }

  @Test
  void aDiskThatIsFullLeavesTheEarlierFileAndNoPart() throws IOException {
    List<BiConsumer<Path, OutFile.Content>> ways = List.of(OutFile::stream, OutFile::ownersOnly);
    for (BiConsumer<Path, OutFile.Content> way : ways) {
      assertThatThrownBy(() -> way.accept(file, OutFileTest::endsInItsMiddle))
          .isInstanceOf(BadInput.class)
          .hasMessageContaining("matches.csv cannot be written")
          .hasMessageContaining("No space left on device");
      assertThat(file).hasContent(EARLIER);
      assertThat(names()).containsExactly("matches.csv");
    }
  }

  @Test
  void whatIsWrittenWhollyTakesThePlaceOfTheEarlierFile() throws IOException {
    OutFile.stream(file, out -> out.write("left,right\na2,b2\n"));
    assertThat(file).hasContent("left,right\na2,b2\n");
    assertThat(names()).containsExactly("matches.csv");
  }

  private static void endsInItsMiddle(java.io.BufferedWriter out) throws IOException {
    // more than a buffer, so that a part of it is on the disk
    out.write("a1,b1,0.990000,8.1234\n".repeat(1_000));
    out.flush();
    throw new IOException("No space left on device");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> String.valueOf(each.getFileName())).toList();
    }
  }
}
