package org.passerelle.protect.casework.cases.files;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.passerelle.refusal.Refused;

/**
 * Detects PDF files with scripts, programs or embedded files, which would run when opened. Each
 * such action has a name (ISO 32000-2, 12.6.4 and 7.11.4) that occurs in the file directly or in a
 * compressed stream; all streams are decompressed within limits and searched, and files that cannot
 * be inspected are refused.
 */
final class PdfScripts {
  /** XFA is short, so the following character is needed to tell it from image data. */
  private static final Pattern NAMES =
      Pattern.compile("/(JavaScript|Launch|RichMedia|EmbeddedFile|XFA(?=[\\s\\[(<0-9]))");

  private static final String STREAM = "stream";
  private static final String PACKED_OBJECTS = "/ObjStm";
  private static final int DICTIONARY = 1_000;

  /**
   * Limit of decompressed data; a scan of a few pages reaches some hundred megabytes and is
   * searched in pieces.
   */
  private static final long UNPACKED_LIMIT = 400L << 20;

  private static final int PIECE = 1 << 16;

  /** Longer than a name with every letter in hexadecimal notation. */
  private static final int OVERLAP = 64;

  private PdfScripts() {}

  /**
   * Searches the whole file.
   *
   * @throws Refused if it contains a forbidden action, is encrypted, or decompresses to too much
   */
  static void refuse(byte[] content) {
    String whole = plain(new String(content, StandardCharsets.ISO_8859_1));
    refuseNames(whole);
    if (whole.contains("/Encrypt")) {
      throw new Refused("cases.refused.file-locked");
    }
    String octets = new String(content, StandardCharsets.ISO_8859_1);
    long unpacked = 0;
    for (int at = octets.indexOf(STREAM); at >= 0; at = octets.indexOf(STREAM, at + 1)) {
      int from = begin(octets, at + STREAM.length());
      if (from < 0 || octets.startsWith("end", Math.max(0, at - 3))) {
        continue;
      }
      long read = searched(content, from, UNPACKED_LIMIT - unpacked);
      unpacked += read;
      String dictionary = plain(octets.substring(Math.max(0, at - DICTIONARY), at));
      int object = dictionary.lastIndexOf(" obj");
      if (read == 0 && dictionary.indexOf(PACKED_OBJECTS, Math.max(0, object)) >= 0) {
        // a filter that is only used to hide something
        throw new Refused("cases.refused.file-script");
      }
    }
  }

  private static void refuseNames(String text) {
    if (NAMES.matcher(text).find()) {
      throw new Refused("cases.refused.file-script");
    }
  }

  /** Start of the stream data; negative if this is not a stream keyword. */
  private static int begin(String octets, int at) {
    if (octets.startsWith("\r\n", at)) {
      return at + 2;
    }
    return octets.startsWith("\n", at) || octets.startsWith("\r", at) ? at + 1 : -1;
  }

  /**
   * Decompresses a stream as far as possible, since viewers also show truncated streams, and
   * searches the output.
   *
   * @return number of decompressed bytes
   */
  private static long searched(byte[] content, int from, long most) {
    Inflater inflater = new Inflater();
    long unpacked = 0;
    try {
      inflater.setInput(content, from, content.length - from);
      byte[] piece = new byte[PIECE];
      String before = "";
      while (!inflater.finished()) {
        int read = inflater.inflate(piece);
        if (read == 0) {
          break;
        }
        unpacked += read;
        if (unpacked > most) {
          throw new Refused("cases.refused.file-bomb");
        }
        String text = before + new String(piece, 0, read, StandardCharsets.ISO_8859_1);
        refuseNames(plain(text));
        before = text.substring(Math.max(0, text.length() - OVERLAP));
      }
    } catch (DataFormatException notPacked) {
      return unpacked;
    } finally {
      inflater.end();
    }
    return unpacked;
  }

  /** Decodes names that use the {@code #4A} notation for letters. */
  private static String plain(String text) {
    if (text.indexOf('#') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int high = i + 2 < text.length() && c == '#' ? Character.digit(text.charAt(i + 1), 16) : -1;
      int low = high >= 0 ? Character.digit(text.charAt(i + 2), 16) : -1;
      if (low >= 0) {
        plain.append((char) (high * 16 + low));
        i += 2;
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
