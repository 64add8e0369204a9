package org.passerelle.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The typefaces of printed documents. Each script is a file and a font family of its own; the style
 * sheet lists the families in order.
 */
public final class Fonts {
  private static final List<String> SCRIPTS = List.of("latin", "latin-ext", "cyrillic");
  private static final List<String> FACES = List.of("400-normal", "400-italic", "600-normal");
  private static final Map<String, byte[]> FILES = read();

  private Fonts() {}

  /** A file: {@code source-sans-3-latin-400-normal}. */
  static byte[] file(String name) {
    return Objects.requireNonNull(FILES.get(name), name);
  }

  /** The files of one face of a typeface, in the order in which a glyph is looked up. */
  public static List<byte[]> files(String typeface, String face) {
    return SCRIPTS.stream().map(script -> file(typeface + "-" + script + "-" + face)).toList();
  }

  /** Registers all fonts with the engine. */
  static void register(PdfRendererBuilder builder) {
    FILES.forEach(
        (name, content) -> {
          String family = name.startsWith("source-serif") ? "Serif" : "Sans";
          String script =
              SCRIPTS.stream()
                  .filter(s -> name.contains("-" + s + "-4") || name.contains("-" + s + "-6"))
                  .findFirst()
                  .orElseThrow();
          builder.useFont(
              () -> new ByteArrayInputStream(withoutLigatures(content)),
              family + " " + script,
              name.contains("-600-") ? 600 : 400,
              name.endsWith("italic") ? FontStyle.ITALIC : FontStyle.NORMAL,
              true);
        });
  }

  private static Map<String, byte[]> read() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String typeface : List.of("source-serif-4", "source-sans-3")) {
      for (String script : SCRIPTS) {
        for (String face : FACES) {
          String name = typeface + "-" + script + "-" + face;
          files.put(name, bytes("/steer/letter/fonts/" + name + ".ttf"));
        }
      }
    }
    return files;
  }

  /**
   * Hides the font's substitution table: the engine would otherwise write “fi” as a ligature that
   * cannot be extracted as text.
   */
  private static byte[] withoutLigatures(byte[] font) {
    byte[] changed = font.clone();
    int tables = ((font[4] & 0xff) << 8) | (font[5] & 0xff);
    for (int entry = 12; entry < 12 + 16 * tables; entry += 16) {
      if (font[entry] == 'G' && font[entry + 1] == 'S' && font[entry + 2] == 'U') {
        changed[entry] = 'X';
      }
    }
    return changed;
  }

  static byte[] bytes(String resource) {
    try (InputStream in =
        Objects.requireNonNull(Fonts.class.getResourceAsStream(resource), resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
