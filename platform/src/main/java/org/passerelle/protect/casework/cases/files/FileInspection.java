package org.passerelle.protect.casework.cases.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.tika.Tika;
import org.passerelle.pages.Filled;
import org.passerelle.refusal.Refused;

/**
 * Inspects the content of an uploaded file. Its type is determined from its bytes, not its name.
 * Compressed documents are read within limits and never unpacked to disk; pictures are measured
 * from their header.
 */
final class FileInspection {
  static final int LIMIT = Filled.FILE;

  private static final long UNPACKED_LIMIT = 100L * 1024 * 1024;
  private static final int ENTRY_LIMIT = 2_000;
  private static final int RATIO_LIMIT = 200;
  private static final long PIXEL_LIMIT = 60_000_000;
  private static final Map<String, String> ENDINGS =
      Map.of(
          "application/pdf", "pdf",
          "image/jpeg", "jpg",
          "image/png", "png",
          "image/webp", "webp",
          "text/plain", "txt",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx",
          "application/vnd.oasis.opendocument.text", "odt",
          "audio/mpeg", "mp3",
          "audio/ogg", "ogg");

  private static final Map<String, Set<String>> OTHER_ENDINGS =
      Map.of(
          "image/jpeg", Set.of(".jpeg"),
          "text/plain", Set.of(".md", ".csv", ".log"),
          "audio/ogg", Set.of(".oga", ".opus"));

  /** An HTML page under any name, which would run scripts when opened. */
  private static final Pattern MARKUP =
      Pattern.compile(
          "<(script|html|iframe|svg|object|embed|body|meta|link|form)[\\s>/]|<!doctype\\s+html",
          Pattern.CASE_INSENSITIVE);

  private FileInspection() {}

  /**
   * The media type of the content.
   *
   * @throws Refused with a message for the user if it is too large, of a type that is not accepted,
   *     or a decompression bomb
   */
  static String typeOf(byte[] content, String name) {
    if (content.length == 0) {
      throw new Refused("cases.refused.file-empty");
    }
    if (content.length > LIMIT) {
      double megabytes = Math.ceil(content.length * 10.0 / (1 << 20)) / 10;
      throw new Refused("cases.refused.file-large", megabytes, LIMIT >> 20);
    }
    String detected = new Tika().detect(content);
    String type = detected;
    if (detected.equals("application/zip") || detected.startsWith("application/x-tika")) {
      type = documentType(content, name);
    }
    if (type.equals("audio/vorbis") || type.equals("audio/opus")) {
      type = "audio/ogg";
    }
    if (!ENDINGS.containsKey(type)) {
      throw new Refused("cases.refused.file-kind", name.replaceAll("\\p{Cntrl}", " "), detected);
    }
    if (type.startsWith("application/vnd.")) {
      walk(content);
      Macros.refuse(content);
    }
    if (type.startsWith("image/")) {
      measure(content);
    }
    if (type.equals("application/pdf")) {
      PdfScripts.refuse(content);
    }
    if (type.equals("text/plain") && MARKUP.matcher(text(content)).find()) {
      throw new Refused("cases.refused.file-markup");
    }
    return type;
  }

  private static String text(byte[] content) {
    // a page in UTF-16 counts as well
    return new String(content, java.nio.charset.StandardCharsets.ISO_8859_1).replace("\0", "");
  }

  /** File extension of a type. */
  static String ending(String type) {
    return ENDINGS.getOrDefault(type, "bin");
  }

  /**
   * Whether the extension fits the content; a text file named like a web page would be opened as
   * one.
   */
  static boolean fits(String name, String type) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith("." + ending(type))
        || OTHER_ENDINGS.getOrDefault(type, Set.of()).stream().anyMatch(lower::endsWith);
  }

  /**
   * Removes characters that disguise a name, such as U+202E, which reverses the text direction, and
   * gives the name the extension of its content type.
   */
  static String plainName(String name, String type) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\"<>:|?*]", "").strip();
    String shortened = clean.length() > 120 ? clean.substring(0, 120) : clean;
    if (shortened.isEmpty()) {
      // joined, since the word and its dot in one string would read like a key of the language files
      return String.join(".", "file", ending(type));
    }
    return fits(shortened, type) ? shortened : shortened + "." + ending(type);
  }

  private static String documentType(byte[] content, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals("word/document.xml")
            || (entry.getName().equals("[Content_Types].xml") && lower.endsWith(".docx"))) {
          return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        }
        if (entry.getName().equals("mimetype")) {
          return new String(zip.readNBytes(100), java.nio.charset.StandardCharsets.US_ASCII)
              .strip();
        }
        if (entry.getName().length() > 500) {
          break;
        }
      }
    } catch (IOException e) {
      throw new Refused("cases.refused.file-broken");
    }
    return "application/zip";
  }

  private static void walk(byte[] content) {
    long unpacked = 0;
    int entries = 0;
    byte[] buffer = new byte[64 * 1024];
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++entries > ENTRY_LIMIT) {
          throw new Refused("cases.refused.file-bomb");
        }
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
          unpacked += read;
          if (unpacked > UNPACKED_LIMIT || unpacked > (long) content.length * RATIO_LIMIT) {
            throw new Refused("cases.refused.file-bomb");
          }
        }
      }
    } catch (ZipException | java.io.EOFException e) {
      throw new Refused("cases.refused.file-broken");
    } catch (IOException e) {
      throw new Refused("cases.refused.file-broken");
    }
  }

  private static void measure(byte[] content) {
    try (InputStream in = new ByteArrayInputStream(content);
        ImageInputStream image = ImageIO.createImageInputStream(in)) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(image);
      if (!readers.hasNext()) {
        return; // WebP: the JDK reads none, and the house never decodes it
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(image, true, true);
        if ((long) reader.getWidth(0) * reader.getHeight(0) > PIXEL_LIMIT) {
          throw new Refused("cases.refused.file-bomb");
        }
      } finally {
        reader.dispose();
      }
    } catch (IOException e) {
      throw new Refused("cases.refused.file-broken");
    }
  }
}
