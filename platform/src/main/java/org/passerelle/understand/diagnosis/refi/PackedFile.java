package org.passerelle.understand.diagnosis.refi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.passerelle.refusal.Refused;

/**
 * The zip container of a project. Input is read within limits and never unpacked to disk; only the
 * description and plain texts are kept.
 */
final class PackedFile {
  /** Path of the project description. */
  static final String PROJECT = "project.qde";

  /** The folder of the texts. */
  static final String SOURCES = "sources/";

  private static final int MOST_ENTRIES = 2_000;
  private static final long MOST_UNPACKED = 100L * 1024 * 1024;
  private static final long MOST_KEPT = 32L * 1024 * 1024;

  private PackedFile() {}

  /** Whether a file is such a container. */
  static boolean isPacked(byte[] file) {
    return file.length > 3 && file[0] == 'P' && file[1] == 'K';
  }

  /**
   * The entries, by lower-case name.
   *
   * @throws Refused if it is too large, contains paths outside its folder, or is corrupt
   */
  static Map<String, byte[]> unpack(byte[] file) {
    Map<String, byte[]> kept = new LinkedHashMap<>();
    Meter meter = new Meter();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        meter.entry();
        String name = name(entry.getName());
        boolean wanted =
            name.equals(PROJECT) || (name.startsWith(SOURCES) && name.endsWith(".txt"));
        byte[] content = read(zip, wanted, meter);
        if (wanted && kept.put(name, content) != null) {
          throw new Refused("refi.refused.broken");
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new Refused("refi.refused.broken");
    }
    return kept;
  }

  private static String name(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    if (small.startsWith("/")
        || small.indexOf('\\') >= 0
        || small.indexOf(':') >= 0
        || small.equals("..")
        || small.startsWith("../")
        || small.endsWith("/..")
        || small.contains("/../")) {
      throw new Refused("refi.refused.path");
    }
    return small;
  }

  private static byte[] read(InputStream in, boolean kept, Meter meter) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[64 * 1024];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      meter.read(read, kept);
      if (kept) {
        out.write(buffer, 0, read);
      }
    }
    return out.toByteArray();
  }

  /** Counts the unpacked bytes, because a file's own statement of its size cannot be trusted. */
  private static final class Meter {
    private int entries;
    private long unpacked;
    private long kept;

    void entry() {
      if (++entries > MOST_ENTRIES) {
        throw new Refused("refi.refused.large");
      }
    }

    void read(int bytes, boolean keeps) {
      unpacked += bytes;
      kept += keeps ? bytes : 0;
      if (unpacked > MOST_UNPACKED || kept > MOST_KEPT) {
        throw new Refused("refi.refused.large");
      }
    }
  }

  /** Packs texts under their names. */
  static byte[] pack(Map<String, String> texts, Instant at) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> text : texts.entrySet()) {
        ZipEntry entry = new ZipEntry(text.getKey());
        entry.setTime(at.toEpochMilli());
        zip.putNextEntry(entry);
        zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
