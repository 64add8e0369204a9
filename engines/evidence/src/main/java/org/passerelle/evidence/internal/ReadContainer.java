package org.passerelle.evidence.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.evidence.Departure;
import org.passerelle.evidence.Departure.Kind;
import org.passerelle.evidence.Digests;

/**
 * A container that was read once: the digests of all its files, and the bytes of the descriptive
 * ones. Not thread-safe.
 */
final class ReadContainer implements ZipReader.Reader {
  private final Map<String, Digests> files = new LinkedHashMap<>();
  private final Map<String, byte[]> texts = new LinkedHashMap<>();
  private final List<Departure> departures;
  private long left = Composition.MOST;

  private ReadContainer(List<Departure> departures) {
    this.departures = departures;
  }

  static ReadContainer of(InputStream container, List<Departure> departures) throws IOException {
    ReadContainer readContainer = new ReadContainer(departures);
    try {
      ZipReader.read(container, readContainer);
    } catch (ZipReader.Otherwise e) {
      departures.add(
          new Departure(
              e.cut() ? Kind.CUT : Kind.LAYOUT, "the container", String.valueOf(e.getMessage())));
    }
    return readContainer;
  }

  @Override
  public OutputStream open(String name, long size) {
    boolean held =
        Composition.TEXTS.contains(name)
            || name.equals(Composition.TYPE_PATH)
            || name.equals(Manifest.PATH)
            || name.equals(XadesSeal.PATH);
    if (name.equals(XadesSeal.PATH) && size > XadesSeal.MOST) {
      return unheld(name, "is larger than %d bytes.".formatted(XadesSeal.MOST));
    }
    if (held && size > left) {
      return unheld(
          name,
          "with the other descriptive files is larger than %d bytes.".formatted(Composition.MOST));
    }
    left -= held ? size : 0;
    return held
        ? new ByteArrayOutputStream((int) Math.min(size, 1 << 16))
        : OutputStream.nullOutputStream();
  }

  private OutputStream unheld(String name, String why) {
    departures.add(new Departure(Kind.LAYOUT, name, why));
    return OutputStream.nullOutputStream();
  }

  @Override
  public void closed(String name, OutputStream out, Digests digests, boolean summed) {
    if (!summed) {
      departures.add(
          new Departure(Kind.CHANGED, name, "its bytes do not match the preceding checksum."));
    }
    if (files.putIfAbsent(name, digests) != null) {
      departures.add(new Departure(Kind.ADDED, name, "it occurs twice."));
    } else if (out instanceof ByteArrayOutputStream bytes) {
      texts.put(name, bytes.toByteArray());
    }
  }

  /** All files with their digests, in the order of the container. */
  Map<String, Digests> files() {
    return files;
  }

  /** All files but type, list and seal: the sealed ones. */
  Map<String, Digests> sealed() {
    Map<String, Digests> sealed = new LinkedHashMap<>(files);
    sealed.remove(Composition.TYPE_PATH);
    sealed.remove(Manifest.PATH);
    sealed.remove(XadesSeal.PATH);
    return sealed;
  }

  Optional<byte[]> bytes(String name) {
    return Optional.ofNullable(texts.get(name));
  }

  String text(String name) {
    return bytes(name).map(b -> new String(b, StandardCharsets.UTF_8)).orElse("");
  }
}
