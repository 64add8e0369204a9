package org.passerelle.network.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.Wording;

/** Strict decoding of text files: invalid bytes are rejected, never replaced. */
final class Text {
  private Text() {}

  /** Processes the text of a file. */
  interface Use<T> {
    T of(BufferedReader reader) throws IOException;
  }

  static <T> T read(Source file, Charset charset, Use<T> use) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                file.open(),
                charset
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
            1 << 16)) {
      skipMark(reader);
      return use.of(reader);
    } catch (CharacterCodingException e) {
      throw new BadNetwork(Wording.OTHER_ENCODING, file.name(), charset);
    }
  }

  /** Goes through the text of a file. */
  interface Pass {
    void over(BufferedReader reader) throws IOException;
  }

  static void pass(Source file, Charset charset, Pass pass) throws IOException {
    read(
        file,
        charset,
        reader -> {
          pass.over(reader);
          return file;
        });
  }

  private static void skipMark(BufferedReader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
  }
}
